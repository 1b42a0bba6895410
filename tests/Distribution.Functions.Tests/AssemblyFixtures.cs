using Distribution.Functions.Tests;

[assembly: AssemblyFixture(typeof(HeadFixture))]
