using Distribution.Testing;

[assembly: AssemblyFixture(typeof(Azurite))]
