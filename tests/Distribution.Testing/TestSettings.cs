namespace Distribution.Testing;

/// <summary>Settings with which the program starts in a test.</summary>
public static class TestSettings
{
    public static Dictionary<string, string?> For(Azurite azurite) => new()
    {
        ["Storage:ConnectionString"] = azurite.ConnectionString,
        ["Storage:Prefix"] = Azurite.NewPrefix(),
        ["Security:ContactSecret"] = Convert.ToBase64String(new byte[32]),
        ["Security:LinkSecrets:0"] = Convert.ToBase64String(Enumerable.Repeat((byte)1, 32).ToArray()),
        ["Security:AdministratorKey"] = HttpHost.AdministratorKey,
        ["Public:Address"] = "https://press.example.org",
    };
}
