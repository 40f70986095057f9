import API
import HTTP
import Testing

/// openapi.yaml and the table of routes say the same.
struct OpenAPITests {
  private let document: OpenAPIDocument

  init() throws { document = try OpenAPIDocument.shared.get() }

  @Test func `every route has a path and every path a route`() {
    let routes = Routes.resources.map(\.path)
    #expect(Set(routes) == Set(document.paths.keys))
    #expect(Set(routes).count == routes.count)
  }

  @Test(arguments: Routes.resources)
  func `the method declared is the one served`(resource: Resource) {
    let methods = document.paths[resource.path]?.object?.keys.map { $0.uppercased() }
    #expect(methods == [resource.method.name])
  }

  @Test(arguments: Routes.resources)
  func `the parameters declared are the parameters accepted`(resource: Resource) throws {
    let declared = document.parameters(of: resource.path).filter { $0["in"]?.string == "query" }
    #expect(
      declared.compactMap { $0["name"]?.string } == resource.parameters.map(\.name.rawValue))
    for (declaration, parameter) in zip(declared, resource.parameters) {
      expectSame(declaration, parameter)
    }
  }

  private func expectSame(_ declared: JSONValue, _ parameter: Parameter) {
    let name = parameter.name
    let schema = declared["schema"]
    let items = schema?["items"]
    #expect((declared["x-repeatable"]?.bool ?? false) == parameter.isRepeatable, "\(name)")
    #expect((declared["required"]?.bool ?? false) == parameter.isRequired, "\(name)")
    // A list stands in one parameter, commas between its items.
    #expect((declared["explode"]?.bool == false) == (schema?["type"]?.string == "array"), "\(name)")
    switch parameter.value {
    case .text, .cursor: #expect(schema?["type"]?.string == "string", "\(name)")
    case .texts, .references: #expect(items?["type"]?.string == "string", "\(name)")
    case .date: #expect(schema?["pattern"]?.string?.hasPrefix("^[0-9]{4}") == true)
    case .integer(let range, let standard):
      #expect(schema?["minimum"]?.integer == range.lowerBound, "\(name)")
      #expect(schema?["maximum"]?.integer == range.upperBound, "\(name)")
      #expect(schema?["default"]?.integer == standard, "\(name)")
    case .choice(let words, let standard):
      #expect(schema?["enum"]?.strings == words, "\(name)")
      #expect(schema?["default"]?.string == standard, "\(name)")
    case .choices(let words): #expect(items?["enum"]?.strings == words, "\(name)")
    case .sort(let keys, let standard):
      #expect(items?["enum"]?.strings == keys + keys.map { "-" + $0 }, "\(name)")
      #expect(schema?["default"]?.strings.joined(separator: ",") == standard, "\(name)")
      #expect(schema?["maxItems"]?.integer == Parameter.sortKeyLimit)
    case .flag: #expect(schema?["type"]?.string == "boolean", "\(name)")
    }
  }

  @Test(arguments: Routes.resources)
  func `what a path captures is declared`(resource: Resource) {
    let captures = resource.path.matches(of: /\{([a-z]+)\}/).map { String($0.1) }
    let declared = document.parameters(of: resource.path).filter { $0["in"]?.string == "path" }
    #expect(declared.compactMap { $0["name"]?.string } == captures)
    #expect(declared.allSatisfy { $0["required"]?.bool == true })
  }

  @Test(arguments: Routes.resources)
  func `the media types declared are those served`(resource: Resource) {
    let declared = document.response(of: resource.path, status: 200)?["content"]?.object ?? [:]
    #expect(Set(declared.keys) == Set(resource.form.mediaTypes))
  }

  @Test func `every problem type is declared, and no other`() throws {
    let schemas = document.root["components"]?["schemas"]
    let types = schemas?["Problem"]?["properties"]?["type"]?["enum"]?.strings
    #expect(types == ProblemType.allCases.map { "/problems/" + $0.rawValue })
    let page = document.root["components"]?["parameters"]?["problem_type"]
    #expect(page?["schema"]?["enum"]?.strings == ProblemType.allCases.map(\.rawValue))
  }

  @Test func `what the server finds by itself has the title of its problem type`() {
    for (slug, title) in Problem.serverTypes {
      #expect(ProblemType(rawValue: slug)?.title == title, "\(slug)")
    }
  }

  @Test(arguments: Routes.resources)
  func `every example fits its schema`(resource: Resource) throws {
    let responses = document.operation(of: resource.path)?["responses"]?.object ?? [:]
    for (status, response) in responses {
      for (_, media) in document.resolved(response)?["content"]?.object ?? [:] {
        var examples = media["example"].map { [$0] } ?? []
        for (_, example) in media["examples"]?.object ?? [:] {
          let value = document.resolved(example)?["value"]
          examples.append(try #require(value, "\(resource.path) \(status)"))
        }
        let schema = try #require(media["schema"])
        for example in examples {
          #expect(
            document.schema.faults(in: example, by: schema) == [], "\(resource.path) \(status)")
        }
      }
    }
  }

  @Test func `every reference leads somewhere`() {
    var broken: [String] = []
    func walk(_ value: JSONValue) {
      if let reference = value["$ref"]?.string, document.schema.resolve(reference) == nil {
        broken.append(reference)
      }
      value.object?.values.forEach(walk)
      value.array?.forEach(walk)
    }
    walk(document.root)
    #expect(broken == [])
  }
}
