import API
import Foundation
import HTTP
import NewsIndex
import Testing

/// Pages, cursors and formats of lists.
struct PagingTests {
  private let client = Client()

  private static let lists = [
    "/articles", "/articles?sort=title", "/articles?sort=-words", "/articles/first/sentences",
    "/articles/first/mentions", "/articles/first/mentions?kind=*", "/articles/first/entities",
    "/entities", "/entities?sort=name", "/entities?type=person,place&sort=-articles,name",
    "/entities/lasse-institute/aliases", "/entities/norvia/mentions",
    "/entities/norvia/mentions?kind=*&sort=published", "/entities/norvia/articles",
    "/entities/norvia/neighbors", "/mentions", "/mentions?kind=*&sort=published",
    "/relations", "/relations?sort=-confidence", "/relations?entity=quist",
    "/relations?type=CONSULT,SUPPORT&published_from=2024", "/entities/quist/relations", "/quotes",
    "/entities/norvia/neighbors?class=relation", "/mentions?type=person&kind=*",
    "/mentions?entity=norvia,quist&article=first,third",
  ]

  @Test(arguments: lists)
  func `the pages of a list together are the whole list`(target: String) throws {
    let whole = try client.json(target)
    let rows = try #require(whole["data"]?.array)
    #expect(whole["page"]?["total"]?.integer == rows.count)
    #expect(rows.count > 1)
    for limit in [1, 2, 3] {
      let separator = target.contains("?") ? "&" : "?"
      #expect(try client.rows("\(target)\(separator)limit=\(limit)") == rows)
    }
  }

  @Test(arguments: lists)
  func `a list is the same in every format`(target: String) throws {
    let separator = target.contains("?") ? "&" : "?"
    let rows = try #require(client.json(target)["data"]?.array)
    let lines = try client.get("\(target)\(separator)format=ndjson")
    #expect(lines.contentType == "application/x-ndjson")
    let parsed = try lines.text.split(separator: "\n").map { try JSONValue(json: Array($0.utf8)) }
    #expect(parsed == rows)
    let table = try client.get("\(target)\(separator)format=csv")
    #expect(table.contentType.hasPrefix("text/csv"))
    #expect(table.text.components(separatedBy: "\r\n").count == rows.count + 2)
    let indented = try client.get("\(target)\(separator)pretty=true")
    #expect(try JSONValue(json: indented.content)["data"]?.array == rows)
    #expect(indented.text.contains("\n  \"data\": ["))
  }

  @Test func `the next and the first page are linked`() throws {
    let response = try client.get("/entities/Norvian/mentions?limit=1&kind=*")
    let next = try #require(JSONValue(json: response.content)["page"]?["next"]?.string)
    #expect(next.hasPrefix("/entities/norvia/mentions?limit=1&kind=*&cursor="))
    #expect(
      response.field("Link") == [
        "<\(next)>; rel=\"next\"", "</entities/norvia/mentions?limit=1&kind=*>; rel=\"first\"",
      ])
    let last = try client.get("/entities/norvia/mentions")
    #expect(last.field("Link") == ["</entities/norvia/mentions>; rel=\"first\""])
  }

  @Test func `a cursor does not fit other parameters`() throws {
    let next = try #require(client.json("/articles?limit=1")["page"]?["next"]?.string)
    for changed in [next + "&sort=title", next.replacing("limit=1", with: "limit=2")] {
      let response = try client.get(changed)
      #expect(response.status == 400)
      let problem = try JSONValue(json: response.content)
      #expect(problem["type"]?.string == "/problems/cursor-mismatch")
    }
    let token = next.drop { $0 != "?" }
    #expect(try client.get("/entities" + token).status == 400)
    #expect(try client.get(next + "&pretty=true").status == 200)
  }

  @Test func `a cursor of another snapshot is gone, with a fresh first link`() throws {
    let next = try #require(client.json("/entities?limit=1")["page"]?["next"]?.string)
    let other = Current()
    other.publish(SampleCorpus.snapshot(articleCount: 2))
    let response = try Client(other).get(next)
    #expect(response.status == 410)
    let problem = try JSONValue(json: response.content)
    #expect(problem["type"]?.string == "/problems/stale-cursor")
    #expect(problem["first"]?.string == "/entities?limit=1")
    #expect(response.field("Link") == ["</entities?limit=1>; rel=\"first\""])
  }

  @Test(
    arguments: [
      (nil, "application/json"), ("*/*", "application/json"), ("text/csv", "text/csv"),
      ("application/json;q=0.5, application/x-ndjson", "application/x-ndjson"),
      ("text/*", "text/csv"), ("text/html, */*;q=0.1", "application/json"), ("image/png", nil),
      ("application/json;q=0", nil),
    ] as [(String?, String?)])
  func `the format follows Accept`(accept: String?, mediaType: String?) throws {
    let response = try client.get("/articles", accept: accept)
    guard let mediaType else {
      #expect(response.status == 406)
      let problem = try JSONValue(json: response.content)
      #expect(problem["type"]?.string == "/problems/not-acceptable")
      #expect(problem["allowed"]?.strings.contains("application/json") == true)
      return
    }
    #expect(response.status == 200)
    #expect(response.contentType.hasPrefix(mediaType))
  }

  @Test func `format wins over Accept`() throws {
    let response = try client.get("/articles?format=json", accept: "text/csv")
    #expect(response.contentType == "application/json")
  }

  @Test(arguments: lists)
  func `two builds of one corpus answer the same bytes`(target: String) throws {
    #expect(try client.get(target).content == Client().get(target).content)
  }

  @Test func `answers from the snapshot can be cached and dated`() throws {
    for target in ["/", "/articles", "/entities/norvia", "/graph", "/articles/first/text"] {
      let response = try client.get(target)
      #expect(response.isCacheable)
      #expect(response.lastModified == SampleCorpus.builtAt)
    }
    #expect(try !client.get("/readyz").isCacheable)
    for target in ["/healthz", "/version", "/openapi.yaml", "/problems"] {
      #expect(try client.get(target).isCacheable)
    }
  }
}
