using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Account;

/// <summary>Reads a browser and its system from the User-Agent, as far as most people need it to know their own. Pure.</summary>
internal static class DeviceNames
{
    // In this order: most browsers name themselves after others, too.
    private static readonly (string Mark, string Name)[] Browsers =
        [("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrom", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Read(string agent, Phrases words)
    {
        var (browser, system) = (Find(agent, Browsers), Find(agent, Systems));
        return browser is null ? words["unknown_device"]
            : system is null ? browser
            : words.With("device_on", ("browser", browser), ("system", system));
    }

    private static string? Find(string agent, (string Mark, string Name)[] known) =>
        known.Where(entry => agent.Contains(entry.Mark, StringComparison.Ordinal)).Select(entry => entry.Name).FirstOrDefault();
}
