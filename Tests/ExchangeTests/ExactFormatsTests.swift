import Query
import TestSupport
import Testing

@testable import Exchange

@Suite("CSV, TSV and ids")
struct ExactFormatsTests {
  static let question = "visa id, titel, område, belopp, framsteg, målgrupp, slut från insatser"

  @Test("CSV is RFC 4180: names, exact numbers, quotes where they are needed")
  func csv() throws {
    #expect(
      try written(Self.question, .csv)
        == """
        id,titel,område,belopp,framsteg,målgrupp,slut
        I-1,"Kartläggning av frånvaro i årskurs 7–9, skola för skola, med rektorer",\
        Hög frånvaro,250000,40,elever; vårdnadshavare,2026-06-30
        I-2,Handledning,Kompetensförsörjning,1234.5,100,elever,2026-01-01/2026-06-30
        I-10,"Rutin | ""steg 1"",§steg\t2",Kompetensförsörjning,12345678,,,

        """.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
        .split(separator: "§").joined(separator: "\n")
    )
  }

  @Test("TSV is a line a row, with tabs and line ends escaped")
  func tsv() throws {
    #expect(
      try written(Self.question, .tsv) == """
        id\ttitel\tområde\tbelopp\tframsteg\tmålgrupp\tslut
        I-1\tKartläggning av frånvaro i årskurs 7–9, skola för skola, med rektorer\t\
        Hög frånvaro\t250000\t40\telever; vårdnadshavare\t2026-06-30
        I-2\tHandledning\tKompetensförsörjning\t1234.5\t100\telever\t2026-01-01/2026-06-30
        I-10\tRutin | "steg 1",\\nsteg\\t2\tKompetensförsörjning\t12345678\t\t\t

        """
    )
  }

  @Test("CSV has names across, and a row of one empty value is still a row")
  func headings() throws {
    #expect(
      try written("antal insatser per ansvarig mot område", .csv)
        == "ansvarig,Hög frånvaro,Kompetensförsörjning,totalt\r\n"
        + "rektor,1,0,1\r\nålderschef,0,1,1\r\n,0,1,1\r\n"
    )
    #expect(
      try written("visa ansvarig från insatser", .csv)
        == "ansvarig\r\nrektor\r\n\"\"\r\nålderschef\r\n"
    )
    #expect(try written("visa id från insatser där år = 1900", .csv) == "id\r\n")
  }

  @Test("CSV and TSV give back every text as it was")
  func roundTrip() throws {
    for (question, answer) in try HostileAnswers.all() {
      let expected = exact(answer)
      #expect(parsedCSV(written(answer, .csv)) == expected, "\(question)")
      #expect(parsedTSV(written(answer, .tsv)) == expected, "\(question)")
    }
  }

  @Test("ids are those of the records, or the first key of each group")
  func ids() throws {
    #expect(try written("visa titel, id från insatser", .ids) == "I-1\nI-2\nI-10\n")
    #expect(try written("antal insatser per område", .ids) == "frånvaro\nkompetens\n")
    #expect(try written("antal insatser per ansvarig", .ids) == "rektor\nålderschef\n")
    #expect(try written("visa id från insatser där år = 1900", .ids) == "")
  }

  private func exact(_ answer: Answer) -> [[[UInt8]]] {
    let texts = ExactText(answer)
    return [texts.headings]
      + answer.rows.map { row in
        row.enumerated().map { k, value in
          var field: [UInt8] = []
          texts.append(value, answer.columns[k].kind, to: &field)
          return field
        }
      }
  }

  /// Reads CSV by the letter of RFC 4180.
  private func parsedCSV(_ text: String) -> [[[UInt8]]] {
    var (rows, row, field): ([[[UInt8]]], [[UInt8]], [UInt8]) = ([], [], [])
    let bytes = Array(text.utf8)
    var (at, isQuoted) = (0, false)
    while at < bytes.count {
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch bytes[at] {
      case UInt8(ascii: "\"") where isQuoted && next == UInt8(ascii: "\""):
        field.append(bytes[at])
        at += 1
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        row.append(field)
        field = []
      case 0x0D where !isQuoted && next == 0x0A:
        rows.append(row + [field])
        (row, field) = ([], [])
        at += 1
      default: field.append(bytes[at])
      }
      at += 1
    }
    return rows
  }

  private func parsedTSV(_ text: String) -> [[[UInt8]]] {
    let lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast()
    return lines.map { line in
      line.split(separator: 0x09, omittingEmptySubsequences: false).map { field in
        var (bytes, isEscaped): ([UInt8], Bool) = ([], false)
        for byte in field {
          if isEscaped {
            let signs: [UInt8: UInt8] = [0x74: 0x09, 0x6E: 0x0A, 0x72: 0x0D, 0x5C: 0x5C]
            bytes.append(signs[byte] ?? 0)
            isEscaped = false
          } else if byte == 0x5C {
            isEscaped = true
          } else {
            bytes.append(byte)
          }
        }
        return bytes
      }
    }
  }
}
