import Testing

@Test("placeholder") func placeholderModel() {}
