internal import Extraction

/// What ties the entities of single articles together across the corpus.
struct Resolution: Sendable {
  struct Reason: Sendable, Hashable {
    var rule: ResolutionRule
    /// The form it joined or, of a namesake, has in common.
    var form: Int32
    var articleCount: Int32
    /// What the articles speak of, where that decided.
    var field: Field?
    /// Forms of what is named with both, or of a namesake, with this one.
    var companions: [Int32] = []
  }

  struct Entity: Sendable {
    /// Id in the staging's `forms`.
    var name: Int32
    var type: EntityType
    var subtype: PlaceSubtype?
    var known: KnownEntity?
    var reasons: [Reason] = []
  }

  var entityOfNode: [Int32] = []
  /// Of each form of the staging, into `keys`.
  var keyOfForm: [Int32] = []
  /// Folded names.
  var keys = Interner()
  /// In order of first article.
  var entities: [Entity] = []
}

/// Decides which entities of different articles are one.
///
/// Names are grouped by key and class of type (or by gazetteer row) first; everything after that
/// joins groups, so the cost follows the number of different names, not of mentions. Each rule
/// finds its candidates by sorting a block key, and joins only where exactly one candidate is left;
/// two gazetteer rows are never joined, nor a person with what is none. Groups are numbered by
/// first article in snapshot order, so the result does not depend on the order of adding.
///
/// - Complexity: O(n log n) in article entities; blocks compare at most `pairLimit` spellings.
struct EntityResolver {
  static let pairLimit = 32

  /// Names of one key that may be one thing.
  enum TypeClass: UInt8, Sendable {
    case person, place, other

    init(_ type: EntityType) {
      switch type {
      case .person: self = .person
      case .place: self = .place
      case .organization, .group, .event, .work, .product: self = .other
      }
    }
  }

  struct Group: Sendable {
    var key: Int32
    var known: Int32
    var typeClass: TypeClass
    /// Entities of articles.
    var nodeCount: Int32 = 0
    /// By `EntityType`.
    var votes = InlineArray<7, Int32>(repeating: 0)
    var subtype: PlaceSubtype?
    /// The form met first.
    var form: Int32
    /// Of a person: what its articles speak of.
    var fields = FieldTotals()
  }

  /// One of several people of a name.
  struct Namesake {
    var group: Int32
    var field: Field?
    /// Forms of whom and what it is named with.
    var companions: [Int32]
  }

  /// Why a group was joined to another.
  struct Joined {
    var group: Int32
    var rule: ResolutionRule
    var companions: [Int32] = []
  }

  let staging: Staging
  let gazetteer: Gazetteer
  let weights: ResolutionWeights
  /// Form → key.
  private(set) var keyOfForm: [Int32] = []
  private(set) var keys = Interner()
  private(set) var groups: [Group] = []
  private(set) var groupOfNode: [Int32] = []
  private var joined = JoinedGroups()
  private var reasons: [Joined] = []
  var apart: [Namesake] = []
  /// Of bodies of a common name: the country code of the state that their articles say.
  var stateOfBody: [Int32: Int32] = [:]
  var decided: [Decided] = []

  /// - Parameter staging: in snapshot order.
  static func resolve(
    _ staging: Staging, _ gazetteer: Gazetteer = Gazetteer(),
    _ decisions: NameDecisions = NameDecisions(), _ weights: ResolutionWeights = .standard
  ) -> Resolution {
    var resolver = EntityResolver(staging, gazetteer, weights)
    resolver.foldForms()
    resolver.groupNodes()
    resolver.splitNamesakes()
    resolver.joinDecided(decisions)
    resolver.joinSameNames()
    resolver.joinLegalForms()
    resolver.joinStateBodies()
    resolver.joinSpellings()
    resolver.joinNicknames()
    resolver.joinMiddleNames()
    resolver.joinInitialsOfPeople()
    resolver.joinAliases()
    resolver.joinParties()
    resolver.joinHeads()
    resolver.joinInitials()
    resolver.joinSurnames()
    return resolver.makeResolution()
  }

  private init(_ staging: Staging, _ gazetteer: Gazetteer, _ weights: ResolutionWeights) {
    self.staging = staging
    self.gazetteer = gazetteer
    self.weights = weights
  }

  // MARK: Groups

  private mutating func foldForms() {
    keyOfForm.reserveCapacity(staging.forms.count)
    var key: [UInt8] = []
    let bytes = staging.forms.bytes
    for form in 0..<staging.forms.count {
      key.removeAll(keepingCapacity: true)
      let range = staging.forms.range(Int32(truncatingIfNeeded: form))
      NameKey.append(bytes.span.extracting(range), to: &key)
      keyOfForm.append(keys.intern(key.span))
    }
  }

  private mutating func groupNodes() {
    groupOfNode = [Int32](repeating: -1, count: staging.nodes.count)
    var groupOfKey = [Int32](repeating: -1, count: keys.count * 3)
    var groupOfKnown: [Int32: Int32] = [:]
    for article in staging.articles.indices {
      for node in staging.nodeRange(of: article) {
        let row = staging.nodes[node]
        let key = keyOfForm[Int(row.name)]
        let typeClass = TypeClass(row.type)
        let slot = Int(key) * 3 + Int(typeClass.rawValue)
        var group = row.known >= 0 ? groupOfKnown[row.known] ?? -1 : groupOfKey[slot]
        if group < 0 {
          group = append(Group(key: key, known: row.known, typeClass: typeClass, form: row.name))
          if row.known >= 0 { groupOfKnown[row.known] = group } else { groupOfKey[slot] = group }
        }
        move(node, to: group)
      }
    }
  }

  private mutating func append(_ group: Group) -> Int32 {
    let number = Int32(truncatingIfNeeded: groups.count)
    groups.append(group)
    joined.append(known: group.known)
    return number
  }

  private mutating func move(_ node: Int, to group: Int32) {
    let row = staging.nodes[node]
    let fields = FieldTotals(row.fields)
    let old = Int(groupOfNode[node])
    if old >= 0 {
      groups[old].nodeCount -= 1
      groups[old].votes[Int(row.type.rawValue)] -= 1
      groups[old].fields.subtract(fields)
    }
    groupOfNode[node] = group
    groups[Int(group)].nodeCount += 1
    groups[Int(group)].votes[Int(row.type.rawValue)] += 1
    groups[Int(group)].fields.add(fields)
    if groups[Int(group)].subtype == nil { groups[Int(group)].subtype = row.subtype }
  }

  /// A new group of the same name, for some of its nodes; a gazetteer row stays with the old one.
  mutating func addGroup(like group: Int32, of nodes: [Int32]) -> Int32 {
    let like = groups[Int(group)]
    let made = append(
      Group(key: like.key, known: -1, typeClass: like.typeClass, form: like.form))
    for node in nodes { move(Int(node), to: made) }
    return made
  }

  // MARK: Joining

  func root(_ group: Int32) -> Int32 { joined.root(group) }

  /// Joins the two unless the gazetteer, what their articles speak of, or an earlier decision says
  /// that they differ; `group` is the one whose name the rule explains.
  @discardableResult
  mutating func join(
    _ group: Int32, into other: Int32, _ rule: ResolutionRule, companions: [Int32] = []
  ) -> Bool {
    let a = joined.compressedRoot(group)
    let b = joined.compressedRoot(other)
    guard a != b, !joined.areDifferent(a, b),
      !areApart(groups[Int(a)].fields, groups[Int(b)].fields)
    else { return false }
    unite(group, into: other, rule, companions: companions)
    return true
  }

  /// Joins the two though the gazetteer has a row of each.
  mutating func uniteUnlessApart(_ group: Int32, into other: Int32, _ rule: ResolutionRule) {
    guard !joined.areRivals(joined.compressedRoot(group), joined.compressedRoot(other)) else {
      return
    }
    unite(group, into: other, rule)
  }

  /// Joins the two, whatever speaks against it.
  mutating func unite(
    _ group: Int32, into other: Int32, _ rule: ResolutionRule, companions: [Int32] = []
  ) {
    guard let (root, other) = joined.unite(group, other) else { return }
    groups[Int(root)].fields.add(groups[Int(other)].fields)
    reasons.append(Joined(group: group, rule: rule, companions: companions))
  }

  /// Notes why a group is what it is, where nothing was joined to it.
  mutating func explain(_ group: Int32, _ rule: ResolutionRule) {
    reasons.append(Joined(group: group, rule: rule))
  }

  /// The two are never joined, nor what is joined with them.
  mutating func keepApart(_ a: Int32, _ b: Int32) { joined.keepApart(a, b) }

  // MARK: Result

  private mutating func makeResolution() -> Resolution {
    var resolution = Resolution()
    var entityOfRoot = [Int32](repeating: -1, count: groups.count)
    var members: [[Int32]] = []
    for group in groups.indices where groups[group].nodeCount > 0 {
      let root = Int(root(Int32(truncatingIfNeeded: group)))
      if entityOfRoot[root] < 0 {
        entityOfRoot[root] = Int32(truncatingIfNeeded: members.count)
        members.append([])
      }
      members[Int(entityOfRoot[root])].append(Int32(truncatingIfNeeded: group))
    }
    let forms = UsualForms.ofGroups(self)
    resolution.entities = members.map { CanonicalName.entity(of: $0, self, forms) }
    nameDecided(&resolution) { entityOfRoot[Int(self.root($0))] }
    addReasons(&resolution) { entityOfRoot[Int(self.root($0))] }
    resolution.entityOfNode = groupOfNode.map { entityOfRoot[Int(root($0))] }
    resolution.keyOfForm = keyOfForm
    resolution.keys = keys
    return resolution
  }

  private func addReasons(_ resolution: inout Resolution, _ entity: (Int32) -> Int32) {
    for (index, group) in groups.enumerated() where group.nodeCount > 0 {
      let owner = Int(entity(Int32(truncatingIfNeeded: index)))
      let isName = keyOfForm[Int(resolution.entities[owner].name)] == group.key
      if group.known >= 0 || isName {
        resolution.entities[owner].reasons.append(
          Resolution.Reason(
            rule: group.known >= 0 ? .known : .sameName, form: group.form,
            articleCount: group.nodeCount))
      }
    }
    for reason in reasons {
      let group = groups[Int(reason.group)]
      resolution.entities[Int(entity(reason.group))].reasons.append(
        Resolution.Reason(
          rule: reason.rule, form: group.form, articleCount: group.nodeCount,
          companions: reason.companions))
    }
    for namesake in apart {
      let group = groups[Int(namesake.group)]
      resolution.entities[Int(entity(namesake.group))].reasons.append(
        Resolution.Reason(
          rule: .namesake, form: group.form, articleCount: group.nodeCount,
          field: namesake.field, companions: namesake.companions))
    }
  }

  /// Surfaces of nodes whose key is not the node's own: alias key, the group that has it, kind.
  func foreignAliases() -> [(key: Int32, group: Int32, kind: MentionKind)] {
    var seen = PairCounter()
    for surface in staging.surfaces {
      let group = groupOfNode[Int(surface.node)]
      let key = keyOfForm[Int(surface.form)]
      guard group >= 0, key != groups[Int(group)].key, surface.kind.isName else { continue }
      let pair = UInt64(UInt32(bitPattern: group)) << 32 | UInt64(UInt32(bitPattern: key)) << 4
      seen.add(pair | UInt64(surface.kind.rawValue), 1, article: 0)
    }
    return seen.sorted().map { row in
      (
        Int32(truncatingIfNeeded: row.key >> 4 & 0xfff_ffff),
        Int32(truncatingIfNeeded: row.key >> 32),
        MentionKind(rawValue: UInt8(row.key & 15)) ?? .name
      )
    }
  }
}

extension Staging {
  func nodeRange(of article: Int) -> Range<Int> {
    articles[article]
      .nodes..<(article + 1 < articles.count
      ? articles[article + 1].nodes : nodes.count)
  }
}
