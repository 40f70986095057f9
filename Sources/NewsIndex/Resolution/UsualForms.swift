internal import Extraction

/// What articles usually call each entity, from which `CanonicalName` chooses.
enum UsualForms {
  /// The names the nodes of each group have, with how many articles use each.
  static func ofGroups(_ resolver: EntityResolver) -> [[CanonicalName.Form]] {
    let staging = resolver.staging
    let usual = ofNodes(resolver)
    /// group << 32 | form
    var counts = PairCounter()
    for article in staging.articles.indices {
      for node in staging.nodeRange(of: article) {
        let group = UInt64(UInt32(bitPattern: resolver.groupOfNode[node]))
        counts.add(
          group << 32 | UInt64(UInt32(bitPattern: usual[node])), 1,
          article: Int32(truncatingIfNeeded: article))
      }
    }
    var forms = [[CanonicalName.Form]](repeating: [], count: resolver.groups.count)
    for row in counts.sorted() {
      forms[Int(row.key >> 32)].append(
        CanonicalName.Form(
          form: Int32(truncatingIfNeeded: row.key & 0xffff_ffff), articleCount: row.articles))
    }
    return forms
  }

  /// What each node's article calls it most: of a person a name of several words, of what the
  /// gazetteer knows another spelling of the gazetteer's name, of others a shorter name where the
  /// full one is one in nine ("Did Red Hat").
  private static func ofNodes(_ resolver: EntityResolver) -> [Int32] {
    let staging = resolver.staging
    var usual = staging.nodes.map(\.name)
    var counts = [Int32](repeating: 0, count: usual.count)
    for surface in staging.surfaces where surface.form == usual[Int(surface.node)] {
      counts[Int(surface.node)] += surface.count
    }
    for surface in staging.surfaces where surface.kind == .name {
      let node = Int(surface.node)
      let row = staging.nodes[node]
      guard surface.count > counts[node] else { continue }
      let text = staging.forms.bytes[staging.forms.range(surface.form)]
      let isFull =
        row.type == .person
        ? text.contains(0x20) && text.contains { $0 >= UInt8(ascii: "a") }
        : resolver.keyOfForm[Int(surface.form)] == resolver.keyOfForm[Int(row.name)]
          || row.known < 0 && surface.count > 8 * counts[node] && counts[node] > 0
      guard isFull, !hasInvisible(text) else { continue }
      usual[node] = surface.form
      counts[node] = surface.count
    }
    return usual
  }

  /// Whether characters stand in it that nobody sees: U+200B to U+200F, U+FEFF.
  private static func hasInvisible(_ text: ArraySlice<UInt8>) -> Bool {
    text.indices.dropLast(2).contains { i in
      text[i] == 0xe2 && text[i + 1] == 0x80 && (0x8b...0x8f).contains(text[i + 2])
        || text[i] == 0xef && text[i + 1] == 0xbb && text[i + 2] == 0xbf
    }
  }
}
