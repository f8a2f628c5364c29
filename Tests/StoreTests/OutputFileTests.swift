import Glibc
import Store
import Testing

@Suite("Files that answers are written to")
struct OutputFileTests {
  let folder = StoreFolder()

  func write(
    _ text: String,
    _ name: String = "svar.csv",
    mode: OutputFile.Mode,
    within folders: [String]? = nil
  ) -> String {
    do throws(OutputFile.Fault) {
      try OutputFile(name.hasPrefix("/") ? name : folder.path(name), within: folders)
        .write(Array(text.utf8), mode: mode)
      return "written"
    } catch {
      switch error {
      case .exists: return "exists"
      case .notAllowed: return "not allowed"
      case .system(let code): return String(cString: strerror(code))
      }
    }
  }

  func text(_ name: String = "svar.csv") throws -> String {
    String(decoding: try folder.bytes(name), as: UTF8.self)
  }

  func names() -> [String] {
    guard let listing = opendir(folder.path()) else { return [] }
    defer { closedir(listing) }
    var names: [String] = []
    while let entry = readdir(listing) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) {
          String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
      )
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  @Test("a file is made, and never overwritten unless that is asked for")
  func modes() throws {
    #expect(write("a\n", mode: .create) == "written")
    #expect(write("b\n", mode: .create) == "exists")
    #expect(try text() == "a\n")
    chmod(folder.path("svar.csv"), 0o640)
    #expect(write("c\n", mode: .replace) == "written")
    #expect(try text() == "c\n")
    var status = stat()
    #expect(stat(folder.path("svar.csv"), &status) == 0 && status.st_mode & 0o777 == 0o640)
    #expect(names() == ["svar.csv"])
  }

  @Test("what cannot be written leaves nothing behind")
  func failures() {
    #expect(write("a", "saknas/svar.csv", mode: .create) == "No such file or directory")
    mkdir(folder.path("mapp"), 0o700)
    #expect(write("a", "mapp", mode: .replace) == "Is a directory")
    #expect(names() == ["mapp"])
  }

  @Test("devices and pipes are written to, and a pipe that none reads is not waited for")
  func devices() {
    mkfifo(folder.path("rör"), 0o600)
    #expect(write("a", "rör", mode: .create) == "No such device or address")
    #expect(write("a", "/dev/full", mode: .create) == "No space left on device")
    #expect(write("a", "/dev/null", mode: .create) == "written")
    #expect(names() == ["rör"])
  }

  @Test("a script writes in its folders alone, also by way of links")
  func restricted() throws {
    mkdir(folder.path("inne"), 0o700)
    mkdir(folder.path("inne-bredvid"), 0o700)
    try folder.write("hemligt".utf8, "ute.csv")
    symlink("../ute.csv", folder.path("inne/länk.csv"))
    symlink("..", folder.path("inne/upp"))
    mkfifo(folder.path("inne/rör"), 0o600)
    let inside = [folder.path("inne")]
    #expect(write("a", "inne/svar.csv", mode: .create, within: inside) == "written")
    for name in ["ute2.csv", "inne/../ute2.csv", "inne/upp/ute2.csv", "inne-bredvid/x.csv"] {
      #expect(write("a", name, mode: .replace, within: inside) == "not allowed", "\(name)")
    }
    #expect(write("a", "inne/rör", mode: .replace, within: inside) == "exists")
    #expect(write("a", "inne/länk.csv", mode: .replace, within: inside) == "written")
    #expect(try text("ute.csv") == "hemligt")
  }
}
