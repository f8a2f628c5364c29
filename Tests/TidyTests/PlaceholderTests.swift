import Testing

@Test("placeholder") func placeholderTidy() {}
