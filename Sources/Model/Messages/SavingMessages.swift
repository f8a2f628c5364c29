package import Text

extension Messages {
  static let saving: [Message] = [
    storeIsReadOnly, storeIsLocked, changedMeanwhile, recordIsThere, recordIsGone, valueDoesNotFit,
    noSuchChange, notSaved, uncertainlySaved, savedInHistoryOnly, historyDamaged, nothingToUndo,
    nothingToRedo, tailDropped, storeRecovered, changedOutside, networkDrive,
  ]

  package static let storeIsReadOnly = Message(
    "F0801",
    Bilingual("butiken kan inte ändras: {0}", "the store cannot be changed: {0}"),
    way: Bilingual(
      "frågor går som vanligt; ändra i en kopia, eller skaffa rätt att skriva",
      "questions run as usual; change a copy, or get the right to write"
    )
  )

  package static let storeIsLocked = Message(
    "F0802",
    Bilingual("butiken ändras just nu av {0}", "the store is being changed by {0}"),
    way: Bilingual(
      "försök igen om en stund; låset släpps av sig självt när det programmet slutar",
      "try again in a while; the lock goes by itself when that program ends"
    )
  )

  package static let changedMeanwhile = Message(
    "F0803",
    Bilingual(
      "{0} har ändrats under tiden: det var {1}, du satte {2}, nu är det {3}{4}",
      "{0} has been changed meanwhile: it was {1}, you set {2}, now it is {3}{4}"
    ),
    way: Bilingual(
      "inget är ändrat; se posten med `vy`, och gör ändringen igen om den fortfarande gäller",
      "nothing is changed; see the record with `view`, and make the change again if it still holds"
    )
  )

  package static let recordIsThere = Message(
    "F0804",
    Bilingual("»{0}« finns redan i {1}", "»{0}« is in {1} already"),
    way: Bilingual(
      "välj ett annat id, eller ändra posten",
      "choose another id, or change the record"
    )
  )

  package static let recordIsGone = Message(
    "F0805",
    Bilingual("»{0}« finns inte i {1}", "»{0}« is not in {1}"),
    way: Bilingual(
      "någon kan ha tagit bort posten; `historik` visar vem, och `ångra` tar tillbaka den",
      "somebody may have removed it; `history` shows who, and `undo` brings it back"
    )
  )

  package static let valueDoesNotFit = Message(
    "F0806",
    Bilingual("{0}: värdet passar inte fältet", "{0}: the value does not fit the field"),
    way: Bilingual(
      "inget är ändrat; ge ett värde av fältets slag, och ett id som finns",
      "nothing is changed; give a value of the field's kind, and an id that exists"
    )
  )

  package static let noSuchChange = Message(
    "F0807",
    Bilingual("butiken har inget att ändra i »{0}«", "the store has nothing to change in »{0}«"),
    way: Bilingual(
      "inget är ändrat; `beskriv` visar mängderna och deras fält",
      "nothing is changed; `describe` shows the sets and their fields"
    )
  )

  package static let notSaved = Message(
    "F0808",
    Bilingual("ändringen är inte sparad: {0}", "the change is not saved: {0}"),
    way: Bilingual(
      "butiken är som den var; rätta felet och gör ändringen igen",
      "the store is as it was; mend the fault and make the change again"
    )
  )

  package static let uncertainlySaved = Message(
    "F0809",
    Bilingual(
      "det är osäkert om ändringen är sparad: {0}",
      "it is uncertain whether the change is saved: {0}"
    ),
    way: Bilingual(
      "butiken är hel; öppna den på nytt och se efter med `logg` innan du gör om något",
      "the store is whole; open it anew and look with `log` before you do anything again"
    )
  )

  package static let savedInHistoryOnly = Message(
    "F0810",
    Bilingual(
      "ändringen är sparad i historiken, men butikens fil kunde inte skrivas om: {0}",
      "the change is saved in the history, but the store's file could not be written: {0}"
    ),
    way: Bilingual(
      "gör inte om den; rätta felet, så skrivs filen om vid nästa ändring",
      "do not make it again; mend the fault, and the file is written at the next change"
    )
  )

  package static let historyDamaged = Message(
    "F0811",
    Bilingual("historiken »{0}« är skadad på rad {1}", "the history »{0}« is damaged at line {1}"),
    way: Bilingual(
      "frågor går som vanligt; hämta den från en säkerhetskopia, eller flytta undan den för en ny",
      "questions run as usual; restore it from a backup, or move it away for a new one"
    )
  )

  package static let nothingToUndo = Message(
    "F0812",
    Bilingual("det finns inget att ångra", "there is nothing to undo"),
    way: Bilingual("`logg` visar vad som gjorts", "`log` shows what was done")
  )

  package static let nothingToRedo = Message(
    "F0813",
    Bilingual("det finns inget att göra om", "there is nothing to redo"),
    way: Bilingual(
      "bara det som ångrats sist kan göras om; `logg` visar vad som gjorts",
      "only what was undone last can be done again; `log` shows what was done"
    )
  )

  package static let tailDropped = Message(
    "F0821",
    Bilingual(
      "historiken slutade mitt i en rad, {0} byte, som inte räknas",
      "the history ended inside a line, {0} bytes, which does not count"
    ),
    way: Bilingual(
      "ett program avbröts innan det hann spara; se efter med `logg`",
      "a program was stopped before it could save; look with `log`"
    )
  )

  package static let storeRecovered = Message(
    "F0822",
    Bilingual(
      "en sparad ändring som bara fanns i historiken är nu också i butiken",
      "a saved change that only the history had is now in the store too"
    ),
    way: Bilingual(
      "ett program avbröts när det sparade; inget är förlorat",
      "a program was stopped while it saved; nothing is lost"
    )
  )

  package static let changedOutside = Message(
    "F0823",
    Bilingual(
      "ett annat program har skrivit i butiken: {0}",
      "another program has written to the store: {0}"
    ),
    way: Bilingual(
      "det har noterats i historiken; vad som ändrades syns inte där",
      "the history has a note of it; what was changed is not seen there"
    )
  )

  package static let networkDrive = Message(
    "F0824",
    Bilingual("butiken ligger på en nätverksenhet", "the store is on a network drive"),
    way: Bilingual(
      "där lovas att inget blir halvt, men inte att det överlever ett strömavbrott",
      "there it is promised that nothing is half done, but not that it survives a power cut"
    )
  )
}
