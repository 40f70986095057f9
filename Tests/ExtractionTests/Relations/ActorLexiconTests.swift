import Testing

@testable import Extraction

@Test(arguments: [
  "soldier", "soldiers", "policemen", "spokespeople", "ministers", "allies", "court", "children",
])
func `people and bodies act`(word: String) {
  #expect(ActorLexicon.english.isActor(WordKey(word)))
}

@Test(arguments: ["statement", "plan", "explosion", "season"])
func `things do not act`(word: String) {
  #expect(!ActorLexicon.english.isActor(WordKey(word)))
}

@Test func `harm comes from instruments`() {
  #expect(ActorLexicon.english.isInstrument(WordKey("explosions")))
  #expect(!ActorLexicon.english.isInstrument(WordKey("statement")))
}
