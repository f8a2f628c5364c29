internal import Glibc

// The keys while a menu or a search lies below the line.

extension LineEditor {
  /// Lets what lies below the line take an event; says whether it did.
  func overlayTakes(_ event: InputEvent) -> Bool {
    switch overlay {
    case .none: return false
    case .menu(let menu): return take(event, in: menu)
    case .search(let search): return take(event, in: search)
    }
  }

  /// Shows `overlay`, or what is left when it closes.
  private func open(_ overlay: Overlay) {
    unpaint()
    self.overlay = overlay
  }

  // MARK: The menu

  /// Shows candidates below the line.
  func openMenu(_ completion: Completion) { open(.menu(LineMenu(completion))) }

  private func take(_ event: InputEvent, in menu: LineMenu) -> Bool {
    var menu = menu
    switch event {
    case .key(.tab), .key(.down):
      menu.next()
      open(.menu(menu))
    case .key(.up), .key(.tabBack):
      menu.previous()
      open(.menu(menu))
    case .key(.enter) where menu.chosen != nil && !isBurst:
      open(.none)
      if let chosen = menu.chosen { steps += insertion(of: chosen, menu.completion.start) }
    case .escape: open(.none)
    case .ignored: break
    default:
      open(.none)
      return false
    }
    return true
  }

  private func insertion(of candidate: Candidate, _ start: Int) -> [Step] {
    let line = self.line
    guard let place = line.place(ofUTF8: start), place <= line.cursor else { return [] }
    return steps(for: CompletionStep.Insertion(candidate, from: place, in: line))
  }

  // MARK: The search

  /// Looks through all earlier texts, for what stands in the line to begin with.
  func openSearch() {
    guard hasRoomBelow else { return beep() }
    let text = line.text.trimmingPrefix(while: \.isWhitespace)
    let needle = text.contains("\n") ? "" : String(text)
    open(.search(LineSearch(history.everyones, needle: needle, fold: rules.fold)))
  }

  private func take(_ event: InputEvent, in search: LineSearch) -> Bool {
    var search = search
    var isFound = true
    switch event {
    case .scalar(let scalar): search.type(rules.normalise(TypedText.cleaned(String(scalar))))
    case .paste(let text):
      let line = TypedText.cleaned(text).split(separator: "\n").first.map(String.init) ?? ""
      search.type(rules.normalise(line))
    case .key(.backspace): search.erase()
    case .key(.killToStart), .key(.killWordBack): search.clear()
    case .key(.search), .key(.up): isFound = search.older()
    case .key(.down): isFound = search.newer()
    case .ignored, .invalid: break
    case .escape, .key(.deleteOrEnd):
      open(.none)
      return true
    case .key(.enter):
      open(.none)
      steps += taking(search)
      return true
    default:
      // Any other key goes on with the text that was found; TAB would see the line before it.
      open(.none)
      steps += taking(search)
      return event == .key(.tab)
    }
    if !isFound { beep() }
    open(.search(search))
    return true
  }

  private func taking(_ search: LineSearch) -> [Step] {
    guard let text = search.chosen, text.utf8.count <= Self.limitBytes else { return [] }
    return [.act { self.show(EditedLine(text)) }]
  }

  // MARK: The hint

  /// Takes the hint at the end of the line; nil if there is none.
  func acceptedHint() -> [Step]? {
    guard let hint, line.cursor == line.scalars.count else { return nil }
    return insertion(of: hint)
  }

  // MARK: Undo

  /// Takes back the last change.
  func takeBack() -> Reply {
    undo.note(line)
    return show(undo.undo())
  }
}
