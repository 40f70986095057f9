import Foundation
import Testing

@testable import Extraction

struct JSONSyntaxTests {
  @Test(arguments: [
    "{}", "[]", " [1, -2.5e+3, 0, \"a\\u00e9\\n\", null, true, false, {\"a\" : [ ]}]\r\n", "\"é\"",
    "\u{feff}{}", "0.5", String(repeating: "[", count: 512) + String(repeating: "]", count: 512),
  ])
  func `good JSON has no fault, and every part of it from the start one at its end`(text: String) {
    let bytes = Array(text.utf8)
    #expect(JSONSyntax.firstFault(in: bytes) == nil)
    guard let last = bytes.lastIndex(where: { $0 > 0x20 }), bytes[last] > 0x39 else { return }
    #expect(JSONSyntax.firstFault(in: Array(bytes[..<last])) == last)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("{\"a\":1,}", 7), ("[1,]", 3), ("{a:1}", 1), ("{'a':1}", 1),
    ("[1 2]", 3), ("{\"a\" 1}", 5), ("01", 1), ("-", 1), ("1.", 2), ("1e", 2), ("+1", 0),
    ("tru", 3), ("nulL", 3), ("\"a\n\"", 2), ("\"\\x\"", 2), ("\"\\u12g4\"", 5), ("{} x", 3),
    ("\u{b}1", 0), ("\u{a0}1", 0), (String(repeating: "[", count: 513), 512),
  ])
  func `broken JSON is found where it breaks`(text: String, offset: Int) {
    #expect(JSONSyntax.firstFault(in: Array(text.utf8)) == offset)
  }

  @Test func `it agrees with a decoder on JSON with any byte changed`() throws {
    let good = Array(#"{"a": [1, 2.5e-3, "b\"é", {"c": null}], "d": true}"#.utf8)
    let pieces = Array("{}[],:\"\\ 0e-.u\u{7f}".utf8)
    for at in good.indices {
      for piece in pieces {
        for isInserted in [true, false] { try compare(good, piece, at, isInserted) }
      }
    }
  }

  private func compare(_ good: [UInt8], _ piece: UInt8, _ at: Int, _ isInserted: Bool) throws {
    var bytes = good
    bytes.replaceSubrange(at..<(isInserted ? at : at + 1), with: [piece])
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    // Foundation takes a comma behind the last element.
    if text.contains(/,\s*[\]}]/) { return }
    let isGood = (try? JSONSerialization.jsonObject(with: Data(bytes))) != nil
    #expect((JSONSyntax.firstFault(in: bytes) == nil) == isGood, "\(text)")
  }
}
