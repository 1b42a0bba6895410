using System.Reflection;
using System.Text.Json.Nodes;

namespace Distribution.Server.Demo;

/// <summary>An invented organisation with its offices, users, media lists and 60 contacts, and one release: requests to the API.</summary>
internal static class PressOffice
{
    private const string Resource = "Distribution.Server.Demo.press-office.json";

    public static JsonObject Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>The addresses of all contacts.</summary>
    public static IEnumerable<string> Addresses(JsonObject office) => office["contacts"]!.AsArray().Select(contact => contact!["address"]!.GetValue<string>());

    /// <summary>The headlines of the release.</summary>
    public static IEnumerable<string> Headlines(JsonObject office) =>
        office["release"]!["translations"]!.AsObject().Select(text => text.Value!).Append(office["spanish"]!).Select(text => text["headline"]!.GetValue<string>());
}
