import Extraction
import Testing

@Test(arguments: [
  ("Jane Doe", "jane-doe"), ("Łukasz O’Hara-Nuñez", "lukasz-ohara-nunez"), ("U.S.", "us"),
  ("Moody’s", "moodys"), ("AT&T", "at-t"), ("Анна Чехова", "anna-chekhova"), ("東京", "6771-4eac"),
  ("", "x"), ("…", "x"), ("-a-", "a"), ("Νίκος", "nikos"),
])
func `a name has its slug`(name: String, slug: String) {
  #expect(NameSlug.make(name) == slug)
}

@Test(arguments: [
  ("Muhammad", "Mohamed"), ("Yuri", "Iouri"), ("Qaddafi", "Gadhafi"),
  ("Ahmed Hassan", "Ahmad Hasan"),
  ("Evgeny", "Yevgeni"), ("Chaikovskij", "Tchaikovsky"), ("Osama", "Usama"),
])
func `spellings of one name share a skeleton`(one: String, other: String) {
  #expect(NameSkeleton.make(one) == NameSkeleton.make(other))
}

@Test(arguments: [("Smith", "Brown"), ("Jane Doe", "Doe"), ("Ivanov", "Petrov")])
func `different names differ in skeleton`(one: String, other: String) {
  #expect(NameSkeleton.make(one) != NameSkeleton.make(other))
}
