import API
import Testing

@Test(arguments: [
  ("limt", "limit"), ("Limit", "limit"), ("limti", "limit"), ("form", "format"),
  ("from", "published_from"), ("published", "published_from"), ("sorting", "sort"),
  ("x", nil), ("organisation", nil), ("", nil),
])
func `a misspelt word finds the one that was meant`(word: String, meant: String?) {
  let words = ["limit", "cursor", "format", "published_from", "published_to", "sort", "q"]
  #expect(nearest(word, among: words) == meant)
}

@Test func `a long word is compared in bounded time`() {
  #expect(nearest(String(repeating: "limit", count: 100_000), among: ["limit"]) == "limit")
}
