/// Labels of the name tagger, by lanes of a vector: begin, inside, last and alone for each entity
/// type, eight lanes a place; the eighth "type" of alone is outside.
package enum NameLabel {
  package static let outside = 31
  package static let count = 32
  static let typeCount = EntityType.allCases.count

  package static func begin(_ type: EntityType) -> Int { Int(type.rawValue) }
  package static func inside(_ type: EntityType) -> Int { 8 + Int(type.rawValue) }
  package static func last(_ type: EntityType) -> Int { 16 + Int(type.rawValue) }
  package static func alone(_ type: EntityType) -> Int { 24 + Int(type.rawValue) }

  /// `nil` for outside.
  package static func type(_ label: Int) -> EntityType? { EntityType(rawValue: UInt8(label & 7)) }
  static func startsName(_ label: Int) -> Bool { label < 8 || (label >= 24 && label != outside) }
  static func endsName(_ label: Int) -> Bool { label >= 16 && label != outside }

  /// All labels, as bits; begin, inside and last of no type are none.
  package static let all: UInt32 = 0xff7f_7f7f
}
