using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>Values that a reader recognises, for the fields of examples; pure.</summary>
internal static class ExampleValue
{
    private const int Deepest = 10;
    private const string Id = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";

    private static readonly Dictionary<string, string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["address"] = "rosa@example.org",
        ["email"] = "maelle@example.org",
        ["senderAddress"] = "press@example.org",
        ["replyAddress"] = "press@example.org",
        ["otherAddresses"] = "r.nunez@example.org",
        ["name"] = "Rosa Núñez",
        ["givenName"] = "Rosa",
        ["familyName"] = "Núñez",
        ["office"] = "port-of-spain",
        ["offices"] = "port-of-spain",
        ["parent"] = "caribbean",
        ["user"] = "maelle",
        ["by"] = "maelle",
        ["createdBy"] = "maelle",
        ["editedBy"] = "maelle",
        ["pressOfficers"] = "maelle",
        ["officer"] = "maelle",
        ["list"] = "caribbean-press",
        ["lists"] = "caribbean-press",
        ["outlet"] = "harbour-daily",
        ["country"] = "TT",
        ["countries"] = "TT",
        ["language"] = "en",
        ["languages"] = "en",
        ["originalLanguage"] = "en",
        ["timeZone"] = "America/Port_of_Spain",
        ["zone"] = "America/Port_of_Spain",
        ["phone"] = "+18685550100",
        ["number"] = "+18685550142",
        ["website"] = "https://example.org",
        ["url"] = "https://example.org/logo.png",
        ["link"] = "https://example.org/a",
        ["sourceUrl"] = "https://example.org/news/42",
        ["headline"] = "Four island states agree on one way to count what bleaching takes",
        ["subheading"] = "Technicians meet in Kingston",
        ["summary"] = "Reef technicians leave Kingston with a shared survey sheet.",
        ["body"] = "Reef technicians from four countries end a workshop with **one survey sheet**.",
        ["slug"] = "one-way-to-count-bleaching",
        ["dateline"] = "Kingston",
        ["topics"] = "reefs",
        ["postalAddress"] = "12 Harbour Row, Port of Spain",
        ["fileName"] = "contacts.csv",
        ["currentETag"] = "\"5f2c8a1b9d3e4f60\"",
        ["If-Match"] = "\"5f2c8a1b9d3e4f60\"",
        ["Idempotency-Key"] = "cms-node-4711",
        ["key"] = "dist_0123456789abcdef_a-secret-that-is-shown-once",
        ["type"] = "/problems/invalid",
        ["local"] = "2026-03-09T09:00",
        ["weekday"] = "Monday",
        ["query"] = "reefs",
        ["q"] = "reefs",
        ["after"] = "b2ZmaWNlLTQy",
        ["next"] = "b2ZmaWNlLTQy",
        ["evidence"] = "Her mail of 3 May.",
        ["note"] = "Please name the ministers.",
        ["version"] = "3",
    };

    /// <summary>Of the name of a parameter, in its address: the id in <c>/api/offices/{id}</c> is an office's.</summary>
    public static string Named(string? name, string address) => name != "id" ? name ?? ""
        : address.Contains("/offices/", StringComparison.Ordinal) ? "office"
        : address.Contains("/users/", StringComparison.Ordinal) || address.Contains("/press-officers/", StringComparison.Ordinal) ? "user"
        : address.Contains("/media-lists/", StringComparison.Ordinal) ? "list"
        : address.Contains("/outlets/", StringComparison.Ordinal) ? "outlet"
        : "id";

    /// <summary>The beginning of a file of this type; null for none.</summary>
    public static string? File(string type) => type switch
    {
        "text/csv" => "address,name,language\r\nrosa@example.org,Rosa Núñez,en\r\n",
        "text/vcard" => "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Rosa Núñez\r\nEMAIL:rosa@example.org\r\nEND:VCARD\r\n",
        "text/markdown" => "---\nheadline: One survey sheet for four states\n---\n\nReef technicians agree.\n",
        "text/html" => "<p>Reef technicians agree.</p>",
        "message/rfc822" => "Subject: One survey sheet for four states\r\n\r\nReef technicians agree.\r\n",
        "*/*" => "Email,Name\nrosa@example.org,Rosa Núñez\n",
        _ => null,
    };

    /// <param name="name">Of the field that has the value; null for a whole body.</param>
    public static JsonNode? Make(IOpenApiSchema schema, string? name, int depth = 0)
    {
        if (schema.Default is { } usual) return usual.DeepClone();
        if (schema.Enum is { Count: > 0 } words) return words.FirstOrDefault(word => word is not null)?.DeepClone();
        var choices = (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Concat(schema.AllOf ?? []).ToList();
        if (choices.FirstOrDefault(choice => choice.Type != JsonSchemaType.Null) is { } choice && schema.Properties is not { Count: > 0 })
            return depth > Deepest ? null : Make(choice, name, depth + 1);
        var type = schema.Type & ~JsonSchemaType.Null;
        return type switch
        {
            JsonSchemaType.String => Text(schema, name),
            JsonSchemaType.Integer or JsonSchemaType.Number => Number(schema),
            JsonSchemaType.Boolean => JsonValue.Create(true),
            JsonSchemaType.Array => List(schema, name, depth),
            _ when schema.Properties is { Count: > 0 } || schema.AdditionalProperties is not null || type == JsonSchemaType.Object =>
                Members(schema, name, depth),
            _ => Text(schema, name),
        };
    }

    private static JsonValue Text(IOpenApiSchema schema, string? name) => JsonValue.Create(schema.Format switch
    {
        "date-time" => "2026-11-24T13:00:00+00:00",
        "date" => "2026-12-24",
        "time" => "09:00:00",
        "uri" => "https://example.org",
        "byte" => "AA==",
        _ when schema.Pattern?.Contains("[0-5][0-9]", StringComparison.Ordinal) == true => "09:00",
        _ when schema.Pattern?.Contains(@"\d{2}:\d{2}:\d{2}", StringComparison.Ordinal) == true => "30.00:00:00",
        _ when name is not null && Words.TryGetValue(name, out var word) => word,
        _ when name?.EndsWith("id", StringComparison.OrdinalIgnoreCase) == true => Id,
        _ => "text",
    });

    private static JsonValue Number(IOpenApiSchema schema) =>
        JsonValue.Create(int.TryParse(schema.Minimum, NumberStyles.Integer, CultureInfo.InvariantCulture, out var least) ? least : 1);

    private static JsonArray List(IOpenApiSchema schema, string? name, int depth) =>
        schema.Items is { } items && depth < Deepest && Make(items, name, depth + 1) is { } item ? [item] : [];

    private static JsonObject Members(IOpenApiSchema schema, string? name, int depth)
    {
        JsonObject members = [];
        if (depth >= Deepest) return members;
        // A body may have read-only members, and is shorter without.
        foreach (var (member, of) in (schema.Properties ?? new Dictionary<string, IOpenApiSchema>()).Where(of => !of.Value.ReadOnly))
            members[member] = Make(of, member == "id" && name is not null ? name : member, depth + 1);
        if (members.Count == 0 && schema.AdditionalProperties is { } value)
            members["en"] = Make(value, name, depth + 1);
        return members;
    }
}
