internal import Extraction

/// What kind of name each surface is of its entity, now that the entity's own name is known: an
/// article that only says "Doe" calls it a name, the corpus knows it for a surname.
enum SurfaceKinds {
  static func decide(_ staging: Staging, _ resolution: Resolution) -> [MentionKind] {
    let keyOfForm = resolution.keyOfForm
    return staging.surfaces.map { surface in
      let entity = resolution.entities[Int(resolution.entityOfNode[Int(surface.node)])]
      let own = keyOfForm[Int(entity.name)]
      let key = keyOfForm[Int(surface.form)]
      if surface.kind == .variant && key == own { return .name }
      guard surface.kind == .name, key != own else { return surface.kind }
      return kind(
        resolution.keys, key, own, entity.type,
        text: staging.forms.bytes[staging.forms.range(surface.form)])
    }
  }

  private static func kind(
    _ keys: Interner, _ key: Int32, _ own: Int32, _ type: EntityType, text: ArraySlice<UInt8>
  ) -> MentionKind {
    let bytes = keys.bytes
    let short = NameSpelling.light(foldedKey: bytes.span.extracting(keys.range(key)))
    let full = NameSpelling.light(foldedKey: bytes.span.extracting(keys.range(own)))
    let isSuffix =
      short.count < full.count && full[full.count - short.count - 1] == 0x20
      && full.suffix(short.count).elementsEqual(short)
    if type == .person && (isSuffix || !short.contains(0x20)) { return .surname }
    if short == full { return .variant }
    let skeletons = [key, own].map {
      NameSkeleton.make(foldedKey: bytes.span.extracting(keys.range($0)))
    }
    if skeletons[0] == skeletons[1], skeletons[0].count > 2 { return .variant }
    let isAcronym = text.allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == UInt8(ascii: ".")
    }
    return isAcronym && full.contains(0x20) ? .abbreviation : .name
  }
}
