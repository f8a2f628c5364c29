import Testing

@Test("placeholder") func placeholderQuery() {}
