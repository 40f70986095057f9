import API
import Testing

/// Paths, metrics and communities as they are served.
struct GraphQuestionTests {
  private let client = Client()

  @Test func `a path names its edges, and the edges carry their evidence`() throws {
    let answer = try client.json("/graph/paths?from=Mira+Velt&to=Quist&k=3")
    let paths = answer["paths"]?.array ?? []
    #expect(paths.map { $0["length"]?.integer } == paths.map { $0["hops"]?.array?.count })
    #expect(paths.first?["nodes"]?.strings == ["mira-velt", "lasse-institute", "elodie-quist"])
    let nodes = Set((answer["nodes"]?.array ?? []).compactMap { $0["id"]?.string })
    #expect(nodes == Set(paths.flatMap { $0["nodes"]?.strings ?? [] }))
    let edges = Dictionary(
      uniqueKeysWithValues: (answer["edges"]?.array ?? []).map { ($0["id"]?.string ?? "", $0) })
    for path in paths {
      var weight = 0
      for hop in path["hops"]?.array ?? [] {
        weight += hop["weight"]?.integer ?? 0
        for id in hop["edges"]?.strings ?? [] {
          let edge = try #require(edges[id])
          let ends = [edge["source"]?.string, edge["target"]?.string]
          #expect(ends.contains(hop["source"]?.string) && ends.contains(hop["target"]?.string))
          #expect(edge["evidence"]?[0]?["text"]?.string?.isEmpty == false)
        }
      }
      #expect(path["weight"]?.integer == weight)
    }
    #expect(answer["truncated"]?.bool == false)
  }

  @Test func `no path is an answer that says how far was searched`() throws {
    let answer = try client.json("/graph/paths?from=Mira+Velt&to=Quist&max_hops=1")
    #expect(answer["paths"]?.array?.isEmpty == true)
    #expect(answer["nodes"]?.array?.isEmpty == true)
    #expect(answer["searched"]?["max_hops"]?.integer == 1)
    #expect(answer["searched"]?["edges"]?.integer ?? 0 > 0)
  }

  @Test func `from an entity to itself there is one path of no hops`() throws {
    let answer = try client.json("/graph/paths?from=Quist&to=%C3%89lodie+Quist&k=5")
    #expect(answer["paths"]?.array?.count == 1)
    #expect(answer["paths"]?[0]?["length"]?.integer == 0)
    #expect(answer["nodes"]?[0]?["id"]?.string == "elodie-quist")
  }

  @Test func `paths keep to the class, the types and the predicates asked for`() throws {
    let nodes = { (target: String) in
      try client.json("/graph/paths?" + target)["paths"]?[0]?["nodes"]?.strings ?? []
    }
    // Relations: Mira Velt heads the institute, which Arno Velt founded and Élodie Quist praised.
    let base = "from=Mira+Velt&to=Arno+Velt&class=relation"
    #expect(try nodes(base) == ["mira-velt", "lasse-institute", "arno-velt"])
    #expect(try nodes(base + "&predicate=head_of,founded").count == 3)
    #expect(try nodes(base + "&predicate=head_of").isEmpty)
    #expect(try nodes(base + "&type=person").isEmpty)
    #expect(try nodes(base + "&min_weight=2").isEmpty)
    // The ends need not be of the type.
    #expect(try nodes("from=Quist&to=Arno+Velt&type=place&max_hops=1").count == 2)
  }

  @Test func `a problem with an end of a path names the parameter`() throws {
    let unknown = try client.json("/graph/paths?from=Quist&to=Norvja")
    #expect(unknown["parameter"]?.string == "to")
    #expect(unknown["suggestions"]?[0]?["id"]?.string == "norvia")
    let ambiguous = try client.json("/graph/paths?from=Velt&to=Quist")
    #expect(ambiguous["parameter"]?.string == "from")
    #expect(ambiguous["candidates"]?.array?.count == 2)
    let predicate = try client.json("/graph/paths?from=Quist&to=LI&predicate=meets")
    #expect(predicate["parameter"]?.string == "predicate")
  }

  @Test(arguments: ["", "class=relation&"])
  func `metrics come in the order asked for, page by page`(parameters: String) throws {
    let rows = try client.rows("/graph/metrics?\(parameters)limit=2")
    let ranks = rows.compactMap { $0["pagerank"]?.number }
    #expect(ranks == ranks.sorted(by: >))
    #expect(abs(ranks.reduce(0, +) - 1) < 1e-6)
    let summary = try client.json("/graph/metrics?\(parameters)limit=2")["graph"]
    #expect(summary?["nodes"]?.integer == rows.count)
    #expect(summary?["betweenness"]?["method"]?.string == "exact")
    #expect(summary?["betweenness"]?["sample_size"]?.integer == rows.count)
    let degrees = try client.rows("/graph/metrics?\(parameters)sort=degree,-name&limit=3")
    #expect(degrees.count == rows.count)
    let ordered = degrees.compactMap { $0["degree"]?.integer }
    #expect(ordered == ordered.sorted())
    let people = try client.rows("/graph/metrics?\(parameters)type=person")
    #expect(people.allSatisfy { $0["type"]?.string == "person" })
    for row in rows {
      let edges = try client.rows("/entities/\(row["id"]?.string ?? "")/neighbors?\(parameters)")
      #expect(Set(edges.map { $0["id"]?.string }).count == row["degree"]?.integer)
      let weight = edges.reduce(0) { $0 + ($1["edge"]?["weight"]?.integer ?? 0) }
      #expect(weight == row["weighted_degree"]?.integer)
    }
  }

  @Test func `every entity with an edge is in one community`() throws {
    let communities = try client.rows("/graph/communities?limit=1")
    var members: [String] = []
    for community in communities {
      let id = try #require(community["id"]?.string)
      let own = try client.rows("/graph/communities/\(id)?limit=2")
      #expect(own.count == community["size"]?.integer)
      #expect(own.first?["id"]?.string == id)
      #expect(own.allSatisfy { $0["community"]?.string == id })
      let shown = community["members"]?.array?.compactMap { $0["id"]?.string } ?? []
      #expect(shown == own.prefix(5).compactMap { $0["id"]?.string })
      members += own.compactMap { $0["id"]?.string }
    }
    let all = try client.rows("/graph/metrics").compactMap { $0["id"]?.string }
    #expect(members.sorted() == all.sorted())
  }

  @Test func `an entity carries what the graph says of it`() throws {
    let row = try client.rows("/graph/metrics").first
    let metrics = try client.json("/entities/\(row?["id"]?.string ?? "")")["metrics"]
    for name in ["degree", "pagerank", "betweenness", "community", "component_size"] {
      #expect(metrics?[name] != nil && metrics?[name] == row?[name], "\(name)")
    }
  }

  @Test func `the community of an entity is found by any of its names`() throws {
    let answer = try client.json("/graph/communities/Norvian")
    #expect(answer["resolved"]?["entity"]?.string == "norvia")
    #expect(answer["community"]?["size"]?.integer == answer["page"]?["total"]?.integer)
    // A relation's graph has other communities, and those without a relation are in none.
    let none = try client.json("/graph/communities/Nobody")
    #expect(none["status"]?.integer == 404)
  }

  @Test func `NDJSON has a line for each path`() throws {
    let lines = try client.get("/graph/paths?from=Quist&to=LI&k=2&format=ndjson").text
    #expect(lines.contains("{\"element\":\"path\",\"length\":1"))
    #expect(lines.split(separator: "\n").last?.contains("\"searched\"") == true)
  }
}
