import Formats
import Testing

@Test(arguments: [
  ("", false, ""), ("a%20b", false, "a b"), ("a+b", false, "a+b"), ("a+b", true, "a b"),
  ("%2B", true, "+"), ("%2f%2F", false, "//"), ("%C3%A9", false, "é"), ("é", false, "é"),
  ("%2525", false, "%25"), ("%F0%9F%8C%8D", false, "🌍"),
])
func `a text is decoded once`(raw: String, plusIsSpace: Bool, text: String) {
  let bytes = Array(raw.utf8)
  #expect(PercentEncoding.text(bytes.span, plusIsSpace: plusIsSpace) == text)
}

@Test(arguments: [
  "%", "%2", "%zz", "%2z", "a%", "%00", "\0", "%C3", "%A9", "%C0%AF", "%E0%80%AF", "%ED%A0%80",
  "%F4%90%80%80", "%FF", "%+1", "%-1",
])
func `what is no text is refused`(raw: String) {
  let bytes = Array(raw.utf8)
  #expect(PercentEncoding.text(bytes.span, plusIsSpace: false) == nil)
}

@Test func `what is encoded decodes to the same`() {
  #expect(PercentEncoding.encode("a b/é+~") == "a%20b%2F%C3%A9%2B~")
  var random = SeededGenerator(seed: 2)
  for _ in 0..<500 {
    let scalars = (0..<20).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 1...0x10ffff, using: &random))
    }
    let text = String(String.UnicodeScalarView(scalars))
    let bytes = Array(PercentEncoding.encode(text).utf8)
    #expect(
      PercentEncoding.text(bytes.span, plusIsSpace: true)?.utf8.elementsEqual(text.utf8) == true)
  }
}
