import Glibc
package import Text

/// The system's reasons in both languages.
package enum SystemErrors {
  /// Gives the words for an `errno`.
  package static func wording(_ code: Int32) -> Bilingual {
    switch code {
    case ENOENT: Bilingual("den finns inte", "it does not exist")
    case EACCES, EPERM: Bilingual("du har inte rätt till den", "you have no right to it")
    case EISDIR: Bilingual("det är en mapp", "it is a folder")
    case ENOTDIR: Bilingual("en del av sökvägen är ingen mapp", "a part of the path is no folder")
    case ELOOP: Bilingual("länkarna går i ring", "the links go in a circle")
    case ENOSPC, EDQUOT, EFBIG: Bilingual("disken är full", "the disk is full")
    case EROFS: Bilingual("enheten är skrivskyddad", "the device is write-protected")
    case EMFILE, ENFILE: Bilingual("för många filer är öppna", "too many files are open")
    case EIO: Bilingual("enheten svarar med fel", "the device answers with an error")
    case ENAMETOOLONG: Bilingual("namnet är för långt", "the name is too long")
    case EPIPE: Bilingual("mottagaren har stängt", "the receiver has closed")
    default: Bilingual("fel \(code) från systemet", "system error \(code)")
    }
  }

  /// Gives the words for an `errno` from making a file, where what is missing is the folder.
  package static func writing(_ code: Int32) -> Bilingual {
    code == ENOENT ? Bilingual("mappen finns inte", "the folder does not exist") : wording(code)
  }
}
