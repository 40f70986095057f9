import API
import HTTP
import Testing

@Test func `a target is encoded once and reads back as it was`() throws {
  let target = Target(
    "entities", "a/b c%é", "mentions",
    query: [
      QueryItem(name: "kind", value: "*"), QueryItem(name: "type", value: "person,place"),
      QueryItem(name: "q", value: "a+b&c=d #?"),
    ])
  #expect(
    target.text == "/entities/a%2Fb%20c%25%C3%A9/mentions"
      + "?kind=*&type=person,place&q=a%2Bb%26c%3Dd%20%23%3F")
  let bytes = Array(target.text.utf8)
  let read = RequestTarget(bytes.span)
  let parsed = try #require(read)
  #expect(parsed.path == target.path)
  #expect(parsed.query == target.query)
}

@Test func `no path at all is the root`() {
  #expect(Target(path: []).text == "/")
}
