internal import Formats
internal import HTTP
internal import NewsIndex

/// A list on its way out: the address it has, the page wanted, and its rows in whichever format
/// was agreed.
struct Listing {
  let call: Call
  let snapshot: Snapshot
  /// The list's own address, without a cursor.
  let target: Target
  /// How the entity in the path was found.
  let resolved: Resolution?
  /// The page asked for.
  let page: PageRequest

  /// - Parameter path: of the list, ids in place of names.
  /// - Throws: `stale-cursor`, `cursor-mismatch` or `bad-parameter` where the cursor is not ours.
  init(
    _ call: Call, _ snapshot: Snapshot, path: [String], resolved: Resolution? = nil
  ) throws(Problem) {
    self.call = call
    self.snapshot = snapshot
    self.resolved = resolved
    target = Target(
      path: path, query: call.request.query.filter { $0.name != Parameter.Name.cursor.rawValue })
    var after: Int32?
    if let token = call.arguments.value(.cursor) {
      after = try Self.position(of: token, snapshot: snapshot, target: target)
    }
    page = PageRequest(limit: call.arguments.limit, after: after)
  }

  /// The page of a list that the index holds whole, in order.
  func page<Rows: RandomAccessCollection>(of rows: Rows) -> Page<Rows.Element>
  where Rows.Element: Sendable {
    let start = min(max(0, Int(page.after ?? 0)), rows.count)
    let items = rows.dropFirst(start).prefix(page.limit)
    let end = start + items.count
    return Page(
      items: Array(items), total: rows.count,
      next: end < rows.count ? Int32(truncatingIfNeeded: end) : nil)
  }

  /// A member of the whole answer, and what writes its value.
  typealias About = (name: StaticString, write: (inout JSONWriter) -> Void)

  /// - Parameters:
  ///   - columns: paths of the scalars of a row, in the order CSV gives them.
  ///   - about: what JSON says of all the rows together.
  ///   - writeRow: appends an item as one JSON object.
  func response<Item>(
    _ page: Page<Item>, columns: [String], about: About? = nil,
    writeRow: (Item, inout JSONWriter) -> Void
  ) -> Response {
    let content: [UInt8] =
      switch call.format {
      case .ndjson: lines(page, writeRow)
      case .csv: table(page, columns, writeRow)
      default: call.laidOut(json(page, about, writeRow))
      }
    return Response(
      contentType: call.format.contentType, content: content, fields: fields(next: page.next),
      lastModified: snapshot.builtAt, isCacheable: true)
  }

  /// Where the list goes on and where it began, and where it stands if not here.
  func fields(next: Int32?) -> [(name: String, value: String)] {
    var fields: [(name: String, value: String)] = []
    if let next { fields.append(("Link", "<\(nextTarget(after: next).text)>; rel=\"next\"")) }
    fields.append(("Link", "<\(target.text)>; rel=\"first\""))
    if resolved != nil { fields.append(("Content-Location", call.location(target).text)) }
    return fields
  }

  private func json<Item>(
    _ page: Page<Item>, _ about: About?, _ writeRow: (Item, inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(reserving: 512 + page.items.count * 512)
    json.beginObject()
    json.key("data")
    json.beginArray()
    for item in page.items { writeRow(item, &json) }
    json.endArray()
    if let about {
      json.key(about.name)
      about.write(&json)
    }
    if let resolved { resolved.writeMember(to: &json, in: snapshot) }
    json.key("page")
    json.beginObject()
    json.key("limit")
    json.integer(call.arguments.limit)
    json.key("total")
    json.integer(page.total)
    if hasDateBound || page.undated > 0 {
      json.key("undated")
      json.integer(page.undated)
    }
    if let next = page.next {
      json.key("next")
      json.string(nextTarget(after: next).text)
    }
    json.endObject()
    json.endObject()
    return json.bytes
  }

  private var hasDateBound: Bool {
    call.published.isBounded || call.dates.isBounded
  }

  private func lines<Item>(
    _ page: Page<Item>, _ writeRow: (Item, inout JSONWriter) -> Void
  ) -> [UInt8] {
    var json = JSONWriter(reserving: page.items.count * 512)
    for item in page.items {
      writeRow(item, &json)
      json.endLine()
    }
    return json.bytes
  }

  private func table<Item>(
    _ page: Page<Item>, _ columns: [String], _ writeRow: (Item, inout JSONWriter) -> Void
  ) -> [UInt8] {
    var csv = CSVWriter(columns: columns)
    for item in page.items {
      var json = JSONWriter(reserving: 512)
      writeRow(item, &json)
      csv.append(json.bytes)
    }
    return csv.bytes
  }
}

// Cursors: a token fits one snapshot and one query, and continues exactly that list.
extension Listing {
  private func nextTarget(after position: Int32) -> Target {
    let token = Cursor.encode(
      snapshot: snapshot.id, query: Self.hash(of: target), after: position)
    var next = target
    next.query.append(QueryItem(name: Parameter.Name.cursor.rawValue, value: token))
    return next
  }

  private static func position(
    of token: String, snapshot: Snapshot, target: Target
  ) throws(Problem) -> Int32 {
    do throws(Cursor.Failure) {
      return try Cursor.decode(token, snapshot: snapshot.id, query: hash(of: target))
    } catch {
      let first = [(name: "first", json: Problem.json(target.text))]
      let link = [(name: "Link", value: "<\(target.text)>; rel=\"first\"")]
      switch error {
      case .malformed:
        throw ProblemType.badParameter.problem(
          detail: "“cursor” is not one that this server gave out. Start at the address in “first”.",
          members: [(name: "parameter", json: Problem.json("cursor"))] + first, fields: link)
      case .stale:
        throw ProblemType.staleCursor.problem(
          detail: "The corpus was read again since. Start over at the address in “first”.",
          members: first, fields: link)
      case .mismatch:
        throw ProblemType.cursorMismatch.problem(
          detail: "This cursor continues a list with other parameters. Leave it out, or use the "
            + "parameters it came with.",
          members: [(name: "parameter", json: Problem.json("cursor"))] + first, fields: link)
      }
    }
  }

  /// Of everything that chooses and orders the rows; how they are written does not count.
  private static func hash(of target: Target) -> UInt64 {
    let formal = [Parameter.Name.format.rawValue, Parameter.Name.pretty.rawValue]
    var query = Target(path: target.path)
    query.query = target.query.filter { !formal.contains($0.name) }
      .sorted { ($0.name, $0.value) < ($1.name, $1.value) }
    var hash = StableHash()
    hash.combine(query.text)
    return hash.value
  }
}
