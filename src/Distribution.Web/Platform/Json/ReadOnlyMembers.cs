using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Distribution.Web.Platform.Json;

/// <summary>Lets a body have the members that only the answer of its resource has, and ignores them.</summary>
internal static class ReadOnlyMembers
{
    private static readonly Action<object, object?> Ignore = (_, _) => { };

    /// <summary>Whether a body may have the member and it is ignored.</summary>
    public static bool IsIgnored(JsonPropertyInfo member) => ReferenceEquals(member.Set, Ignore);

    /// <summary>Lets <typeparamref name="TBody"/> have every member of <typeparamref name="TAnswer"/>.</summary>
    public static void IgnoreMembers<TBody, TAnswer>(this JsonSerializerOptions options) =>
        options.TypeInfoResolver =
            (options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(Ignored<TBody, TAnswer>());

    private static Action<JsonTypeInfo> Ignored<TBody, TAnswer>() => type =>
    {
        if (type.Type != typeof(TBody)) return;
        var own = type.Properties.Select(property => property.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var property in typeof(TAnswer).GetProperties())
        {
            var name = type.Options.PropertyNamingPolicy?.ConvertName(property.Name) ?? property.Name;
            if (own.Contains(name)) continue;
            var ignored = type.CreateJsonPropertyInfo(typeof(JsonElement?), name);
            ignored.Set = Ignore;
            type.Properties.Add(ignored);
        }
    };
}
