using Distribution.Platform.Languages;
using Distribution.Releases.Times;
using Distribution.Web.Platform.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Distribution.Web.Platform.Description;

/// <summary>Types that are written by converters of our own, which a schema cannot be made from.</summary>
internal sealed class DescribeSchema : IOpenApiSchemaTransformer
{
    private static readonly IReadOnlyList<(string Name, string Words)> SendTimeMembers =
    [
        ("at", "An instant with its offset."),
        ("local", "What the clock of the office or zone shows, such as `2026-03-09T09:00`."),
        ("office", "Id of the office whose clock is meant."),
        ("zone", "IANA zone whose clock is meant, in the place of an office."),
        ("weekday", "The day of the week it is there, to be on the safe side; beside an instant without a place, at the release's office."),
        ("choice", "`earlier` or `later`, where the clock shows the time twice."),
    ];

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset)) Instant(schema, JsonSchemaType.String);
        else if (type == typeof(DateTimeOffset?)) Instant(schema, JsonSchemaType.String | JsonSchemaType.Null);
        else if (type == typeof(SendTimeInput)) SendTime(schema);
        else if (type == typeof(TimeOnly)) WallTime(schema);
        else if (type == typeof(Names)) Texts(schema);
        else if (type.IsAssignableTo(typeof(ProblemDetails))) Problem(schema);
        foreach (var member in context.JsonTypeInfo.Properties.Where(ReadOnlyMembers.IsIgnored)) ReadOnly(schema, member.Name);
        return Task.CompletedTask;
    }

    private static void ReadOnly(OpenApiSchema schema, string member)
    {
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties[member] = new OpenApiSchema { ReadOnly = true, Description = "As it was read. It is ignored." };
    }

    private static void Instant(OpenApiSchema schema, JsonSchemaType type)
    {
        (schema.Type, schema.Format) = (type, "date-time");
        schema.Description ??= "An instant with its offset.";
    }

    private static void SendTime(OpenApiSchema schema)
    {
        Dictionary<string, IOpenApiSchema> members = [];
        foreach (var (name, words) in SendTimeMembers)
            members[name] = new OpenApiSchema { Type = JsonSchemaType.String, Description = words };
        schema.Type = null;
        schema.OneOf =
        [
            new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "An instant with its offset." },
            new OpenApiSchema { Type = JsonSchemaType.Object, Properties = members, AdditionalPropertiesAllowed = false },
            new OpenApiSchema { Type = JsonSchemaType.Null },
        ];
    }

    private static void WallTime(OpenApiSchema schema)
    {
        (schema.Type, schema.Format, schema.Pattern) = (JsonSchemaType.String, null, "^([01][0-9]|2[0-3]):[0-5][0-9]$");
        schema.Description ??= "A time of day, hours and minutes.";
    }

    /// <summary>Members may be added to a problem (RFC 9457, section 3.2), and one always is.</summary>
    private static void Problem(OpenApiSchema schema)
    {
        schema.AdditionalPropertiesAllowed = true;
        schema.Properties ??= new Dictionary<string, IOpenApiSchema>();
        schema.Properties["traceId"] =
            new OpenApiSchema { Type = JsonSchemaType.String, Description = "Names the request in the program's logs." };
    }

    private static void Texts(OpenApiSchema schema)
    {
        schema.Type = JsonSchemaType.Object;
        schema.AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String };
        schema.Description ??= "A text by language tag.";
    }
}
