import API
import HTTP
import NewsIndex
import Testing

/// Requests and their answers, each answer held to openapi.yaml.
struct AnswerTests {
  let client = Client()
  private let document: OpenAPIDocument

  init() throws { document = try OpenAPIDocument.shared.get() }

  @Test(arguments: [
    ("/", "/", 200), ("/?pretty=true", "/", 200),
    ("/articles", "/articles", 200), ("/articles?limit=1", "/articles", 200),
    ("/articles?source=quay+wire", "/articles", 200),
    ("/articles?entity=Norvia&entity=Velt,LI", "/articles", 400),
    ("/articles?entity=Norvia&entity=Arno%20Velt,LI&sort=-words,title", "/articles", 200),
    ("/articles?published_from=2024-02&published_to=2024", "/articles", 200),
    ("/articles?format=csv", "/articles", 200), ("/articles?format=ndjson", "/articles", 200),
    ("/articles?format=xml", "/articles", 400), ("/articles?limt=5", "/articles", 400),
    ("/articles?limit=501", "/articles", 400), ("/articles?limit=0", "/articles", 400),
    ("/articles?limit=+5", "/articles", 400), ("/articles?limit=5&limit=6", "/articles", 400),
    ("/articles?sort=size", "/articles", 400), ("/articles?sort=title,-title", "/articles", 400),
    ("/articles?published_from=yesterday", "/articles", 400),
    ("/articles?published_from=2023-02-29", "/articles", 400),
    ("/articles?entity=", "/articles", 400), ("/articles?entity=Nobody", "/articles", 400),
    ("/articles?cursor=x", "/articles", 400), ("/articles?source=", "/articles", 400),
    ("/articles/first", "/articles/{id}", 200),
    ("/articles/first?include=text,sentences,mentions,entities", "/articles/{id}", 200),
    ("/articles/first?include=texts", "/articles/{id}", 400),
    ("/articles/fourth", "/articles/{id}", 404),
    ("/articles/first/text", "/articles/{id}/text", 200),
    ("/articles/first/text?pretty=true", "/articles/{id}/text", 400),
    ("/articles/first/sentences", "/articles/{id}/sentences", 200),
    ("/articles/first/mentions?kind=*", "/articles/{id}/mentions", 200),
    ("/articles/first/mentions?type=person&entity=Quist", "/articles/{id}/mentions", 200),
    ("/articles/first/mentions?kind=nickname", "/articles/{id}/mentions", 400),
    ("/articles/first/entities", "/articles/{id}/entities", 200),
    ("/articles/fourth/entities", "/articles/{id}/entities", 404),
    ("/entities", "/entities", 200), ("/entities?q=las&type=place", "/entities", 200),
    ("/entities?type=Person", "/entities", 400), ("/entities?sort=name", "/entities", 200),
    ("/entities/arno-velt", "/entities/{ref}", 200),
    ("/entities/norvian", "/entities/{ref}", 200), ("/entities/Velt", "/entities/{ref}", 300),
    ("/entities/Nobody", "/entities/{ref}", 404), ("/entities/Norvja", "/entities/{ref}", 404),
    ("/entities/LI/aliases", "/entities/{ref}/aliases", 200),
    ("/entities/norvia/mentions?kind=*&sort=published", "/entities/{ref}/mentions", 200),
    ("/entities/norvia/mentions?article=first&limit=1", "/entities/{ref}/mentions", 200),
    ("/entities/norvia/mentions?published_to=2024-02-04", "/entities/{ref}/mentions", 200),
    ("/entities/Velt/mentions", "/entities/{ref}/mentions", 300),
    ("/entities/quist/articles", "/entities/{ref}/articles", 200),
    ("/entities/norvia/neighbors", "/entities/{ref}/neighbors", 200),
    ("/entities/norvia/neighbors?class=relation", "/entities/{ref}/neighbors", 200),
    ("/entities/norvia/neighbors?type=person&min_weight=2", "/entities/{ref}/neighbors", 200),
    ("/entities/norvia/neighbors?class=relations", "/entities/{ref}/neighbors", 400),
    ("/entities/quist/relations", "/entities/{ref}/relations", 200),
    ("/entities/quist/relations?entity=LI&type=SUPPORT", "/entities/{ref}/relations", 200),
    ("/entities/Velt/relations", "/entities/{ref}/relations", 300),
    ("/entities/Nobody/relations", "/entities/{ref}/relations", 404),
    ("/entities/arno-velt/quotes", "/entities/{ref}/quotes", 200),
    ("/entities/arno-velt/quotes?form=spoken", "/entities/{ref}/quotes", 400),
    ("/relations", "/relations", 200), ("/relations?limit=1&sort=-confidence", "/relations", 200),
    ("/relations?subject=Quist&object=Norvia,LI&modality=asserted", "/relations", 200),
    ("/relations?type=fact,CONSULT&published_from=2024-02-04", "/relations", 200),
    ("/relations?predicate=meet", "/relations", 400), ("/relations?type=event", "/relations", 400),
    ("/relations?subject=Velt", "/relations", 400), ("/relations?article=none", "/relations", 200),
    ("/relations/0123456789abcdef", "/relations/{id}", 404),
    ("/relations/x", "/relations/{id}", 404),
    ("/quotes", "/quotes", 200), ("/quotes?speaker=Arno+Velt&article=first", "/quotes", 200),
    ("/quotes?speaker=Nobody", "/quotes", 400), ("/quotes?form=scare,direct", "/quotes", 200),
    ("/schema", "/schema", 200), ("/schema?pretty=true", "/schema", 200),
    ("/graph?class=relation", "/graph", 200), ("/graph?class=relation&limit=1", "/graph", 200),
    ("/graph?class=relation&entity=Quist&depth=2&type=person,place", "/graph", 200),
    ("/mentions", "/mentions", 200), ("/mentions?entity=Quist&entity=Norvia", "/mentions", 200),
    ("/mentions?article=none", "/mentions", 200), ("/mentions?entity=Velt", "/mentions", 400),
    ("/resolve?name=Velt", "/resolve", 200), ("/resolve?name=Nobody", "/resolve", 200),
    ("/resolve", "/resolve", 400), ("/suggest?q=nor", "/suggest", 200),
    ("/suggest?q=Norvja", "/suggest", 200), ("/suggest", "/suggest", 400),
    ("/graph", "/graph", 200), ("/graph?limit=1", "/graph", 200),
    ("/graph?entity=Norvia,LI&depth=2&type=person,place", "/graph", 200),
    ("/graph?format=graphml", "/graph", 200), ("/graph?format=cytoscape", "/graph", 200),
    ("/graph?class=relation&format=cytoscape", "/graph", 200),
    ("/entities/norvia/neighbors?format=gexf", "/entities/{ref}/neighbors", 200),
    ("/graph/paths?from=Quist&to=Mira+Velt&k=9", "/graph/paths", 200),
    ("/graph/paths?from=Quist&to=Mira+Velt&class=relation&max_hops=8", "/graph/paths", 200),
    ("/graph/paths?from=Quist&to=LI&format=cytoscape", "/graph/paths", 200),
    ("/graph/paths?from=Quist&to=quist", "/graph/paths", 200),
    ("/graph/paths?from=Quist&to=LI&class=relation&predicate=founded", "/graph/paths", 200),
    ("/graph/paths?from=Quist", "/graph/paths", 400), ("/graph/paths?to=LI", "/graph/paths", 400),
    ("/graph/paths?from=Velt&to=LI", "/graph/paths", 400),
    ("/graph/paths?from=Quist&to=Nobody", "/graph/paths", 400),
    ("/graph/paths?from=&to=LI", "/graph/paths", 400),
    ("/graph/paths?from=Quist&to=LI&max_hops=9", "/graph/paths", 400),
    ("/graph/paths?from=Quist&to=LI&max_hops=0", "/graph/paths", 400),
    ("/graph/paths?from=Quist&to=LI&k=51", "/graph/paths", 400),
    ("/graph/paths?from=Quist&to=LI&predicate=meets", "/graph/paths", 400),
    ("/graph/paths?from=Quist&to=LI&class=relation&predicate=met", "/graph/paths", 400),
    ("/graph/paths?from=Quist&from=LI&to=LI", "/graph/paths", 400),
    ("/graph/metrics", "/graph/metrics", 200),
    ("/graph/metrics?class=relation&sort=-betweenness,name&limit=2", "/graph/metrics", 200),
    ("/graph/metrics?type=person&format=csv", "/graph/metrics", 200),
    ("/graph/metrics?sort=rank", "/graph/metrics", 400),
    ("/graph/metrics?class=all", "/graph/metrics", 400),
    ("/graph/metrics?format=gexf", "/graph/metrics", 400),
    ("/graph/communities", "/graph/communities", 200),
    ("/graph/communities?class=relation&limit=1", "/graph/communities", 200),
    ("/graph/communities?resolution=2", "/graph/communities", 400),
    ("/graph/communities/Quist", "/graph/communities/{ref}", 200),
    ("/graph/communities/Quist?class=relation&limit=1", "/graph/communities/{ref}", 200),
    ("/graph/communities/Velt", "/graph/communities/{ref}", 300),
    ("/graph/communities/Nobody", "/graph/communities/{ref}", 404),
    ("/graph?depth=9", "/graph", 400), ("/graph?entity=Velt", "/graph", 400),
    ("/openapi.yaml", "/openapi.yaml", 200), ("/healthz", "/healthz", 200),
    ("/readyz", "/readyz", 200), ("/version", "/version", 200),
    ("/problems", "/problems", 200), ("/problems/stale-cursor", "/problems/{type}", 200),
    ("/problems/other", "/problems/{type}", 404),
  ])
  func `every answer has its status and fits openapi yaml`(
    target: String, path: String, status: Int
  ) throws {
    let response = try client.get(target)
    #expect(response.status == status, "\(response.text)")
    let faults = try document.faults(
      path: path, status: response.status, contentType: response.contentType,
      content: response.content)
    #expect(faults == [], "\(response.text)")
  }

  @Test(arguments: [
    ("/articles?limt=5", "unknown-parameter", "parameter", "limt"),
    ("/articles?limt=5", "unknown-parameter", "did_you_mean", "limit"),
    ("/articles?from=2024", "unknown-parameter", "did_you_mean", "published_from"),
    ("/entities?type=Persons", "bad-parameter", "did_you_mean", "person"),
    ("/articles?limit=9999", "bad-parameter", "parameter", "limit"),
    ("/articles?format=xml", "unknown-format", "parameter", "format"),
    ("/articles?entity=Nobody", "unknown-entity", "parameter", "entity"),
    ("/articles?entity=Velt", "ambiguous-name", "input", "Velt"),
    ("/entities/Velt", "ambiguous-name", "input", "Velt"),
    ("/entities/Norvja", "unknown-entity", "input", "Norvja"),
    ("/articles/fourth", "not-found", "input", "fourth"),
    ("/articles?cursor=abc", "bad-parameter", "parameter", "cursor"),
  ])
  func `a problem names what is wrong`(
    target: String, type: String, member: String, value: String
  ) throws {
    let problem = try client.json(target)
    #expect(problem["type"]?.string == "/problems/" + type)
    #expect(problem[member]?.string == value)
    #expect(problem["detail"]?.string?.isEmpty == false)
  }

  @Test func `an ambiguous name lists its candidates and a type narrows it`() throws {
    let problem = try client.json("/entities/Velt")
    let names = problem["candidates"]?.array?.compactMap { $0["name"]?.string }
    #expect(names == ["Arno Velt", "Mira Velt"])
    #expect(try client.get("/entities/Velt?type=place").status == 404)
  }

  @Test func `an unknown name gets suggestions with a reason`() throws {
    let first = try client.json("/entities/Norvja")["suggestions"]?[0]
    #expect(first?["id"]?.string == "norvia")
    #expect(first?["reason"]?.string == "one letter")
    #expect(first?["href"]?.string == "/entities/norvia")
  }

  @Test(arguments: [
    ("/entities/ARNO%20VELT", "name", "arno-velt"), ("/entities/Norvian", "demonym", "norvia"),
    ("/entities/Quist", "surname", "elodie-quist"), ("/entities/L.I.", "abbreviation", nil),
    ("/entities/arno_velt/mentions", "name", "arno-velt"),
  ])
  func `another name than the id says how it was resolved`(
    target: String, via: String, id: String?
  ) throws {
    let response = try client.get(target)
    let resolved = try JSONValue(json: response.content)["resolved"]
    #expect(resolved?["via"]?.string == via, "\(response.text)")
    let id = id ?? "lasse-institute"
    #expect(resolved?["entity"]?.string == id)
    let rest = target.hasSuffix("mentions") ? "/mentions" : ""
    #expect(response.field("Content-Location") == ["/entities/\(id)\(rest)"])
  }

  @Test func `the id itself needs no resolving`() throws {
    let response = try client.get("/entities/arno-velt")
    #expect(response.field("Content-Location") == [])
    #expect(try JSONValue(json: response.content)["resolved"] == nil)
  }

  @Test func `offsets count code points, UTF-16 units and bytes of the text served`() throws {
    let text = try client.get("/articles/first/text").text
    let rows = try client.rows("/articles/first/mentions?kind=*")
    #expect(rows.count == 10)
    for row in rows {
      let words = try #require(row["text"]?.string)
      let scalars = Array(text.unicodeScalars)
      let start = try #require(row["start"]?.integer)
      let end = try #require(row["end"]?.integer)
      #expect(String(String.UnicodeScalarView(scalars[start..<end])) == words)
      let utf16 = try #require(row["utf16"]?.integers)
      #expect(String(decoding: Array(text.utf16)[utf16[0]..<utf16[1]], as: UTF16.self) == words)
      let utf8 = try #require(row["utf8"]?.integers)
      #expect(String(decoding: Array(text.utf8)[utf8[0]..<utf8[1]], as: UTF8.self) == words)
      let sentence = try #require(row["sentence"])
      #expect(sentence["text"]?.string?.contains(words) == true)
    }
  }

  @Test func `mentions are of the name kinds unless others are asked for`() throws {
    let kinds = { (target: String) in
      try client.rows(target).compactMap { $0["kind"]?.string }
    }
    #expect(try kinds("/entities/arno-velt/mentions") == ["name", "name", "surname"])
    #expect(try kinds("/entities/arno-velt/mentions?kind=pronoun") == ["pronoun"])
    #expect(try kinds("/entities/arno-velt/mentions?kind=*").count == 4)
    #expect(try kinds("/entities/arno-velt/mentions?kind=name&kind=surname").isEmpty)
  }

  @Test func `what has no date is left out of a dated list and counted`() throws {
    let bounded = try client.json("/articles?published_from=2024-02-04")
    #expect(bounded["data"]?.array?.compactMap { $0["id"]?.string } == ["second"])
    #expect(bounded["page"]?["undated"]?.integer == 1)
    #expect(try client.json("/articles")["page"]?["undated"] == nil)
  }

  @Test func `a graph that is cut says how many edges are left`() throws {
    let whole = try client.json("/graph")
    #expect(whole["truncated"]?.bool == false)
    let edgeCount = try #require(whole["edges"]?.array?.count)
    let cut = try client.json("/graph?limit=2")
    #expect(cut["edges"]?.array?.count == 2)
    #expect(cut["truncated"]?.bool == true)
    #expect(cut["omitted"]?["edges"]?.integer == edgeCount - 2)
    let ids = Set(cut["nodes"]?.array?.compactMap { $0["id"]?.string } ?? [])
    for edge in cut["edges"]?.array ?? [] {
      #expect(ids.contains(edge["source"]?.string ?? ""))
      #expect(ids.contains(edge["target"]?.string ?? ""))
    }
  }

  @Test func `the text is served byte for byte`() throws {
    let response = try client.get("/articles/first/text")
    #expect(response.contentType == "text/plain; charset=utf-8")
    #expect(try client.json("/articles/first?include=text")["text"]?.string == response.text)
  }

  @Test func `before a snapshot is published only the server itself answers`() throws {
    let empty = Client(Current())
    for target in ["/", "/articles", "/entities/x", "/graph", "/readyz"] {
      let response = try empty.get(target)
      #expect(response.status == 503)
      #expect(response.field("Retry-After") == ["1"])
      #expect(try JSONValue(json: response.content)["type"]?.string == "/problems/not-ready")
    }
    for target in ["/healthz", "/version", "/openapi.yaml", "/problems"] {
      #expect(try empty.get(target).status == 200)
    }
  }

  @Test func `every problem type has a page that the list of them links`() throws {
    let list = try client.get("/problems").text
    for type in ProblemType.allCases {
      #expect(list.contains("href=\"/problems/\(type.rawValue)\""))
      let page = try client.get("/problems/\(type.rawValue)")
      #expect(page.text.contains("<h1>\(type.title)</h1>"))
    }
  }
}

extension AnswerTests {
  @Test func `mentions of the whole corpus are those of its articles`() throws {
    let all = try client.rows("/mentions?kind=*&limit=4")
    var expected: [JSONValue] = []
    for article in ["second", "first", "third"] {
      expected += try client.rows("/articles/\(article)/mentions?kind=*")
    }
    #expect(all == expected)
    let people = try client.rows("/mentions?kind=*&type=person&type=person,place")
    #expect(people == expected.filter { $0["entity"]?["type"]?.string == "person" })
    #expect(try client.rows("/mentions?entity=Quist&entity=Norvia").isEmpty)
  }

  @Test func `a name is resolved to everything it can mean`() throws {
    let names = { (target: String) in
      try client.rows(target).compactMap { $0["name"]?.string }
    }
    #expect(try names("/resolve?name=Velt") == ["Arno Velt", "Mira Velt"])
    #expect(try names("/resolve?name=li") == ["Lasse Institute"])
    #expect(try names("/resolve?name=Nobody").isEmpty)
    #expect(try names("/resolve?name=Port+Lasse&type=place").first == "Port Lasse")
  }

  @Test func `what is typed is completed, and misspelt names are forgiven`() throws {
    let las = try client.rows("/suggest?q=las")
    // The city stands for the country's government too.
    let names = Set(las.compactMap { $0["name"]?.string })
    #expect(names == ["Port Lasse", "Lasse Institute", "Norvia"])
    #expect(las.allSatisfy { $0["reason"]?.string == "prefix" })
    let norvja = try client.rows("/suggest?q=Norvja")
    #expect(norvja.first?["name"]?.string == "Norvia")
    #expect(norvja.first?["reason"]?.string == "one letter")
    #expect(try client.rows("/suggest?q=las&limit=1").count == 1)
  }
}
