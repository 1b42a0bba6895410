using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;

namespace Distribution.Tests.Docs;

/// <summary>A property of an options class, as the page of options writes it.</summary>
/// <param name="Key">The part before <c>=</c> in a setting.</param>
/// <param name="Default">Its value when it is not set; empty when it then has none.</param>
/// <param name="Allowed">The values it may have; null where only words can say it.</param>
internal sealed record Setting(string Key, string Default, string? Allowed)
{
    /// <summary>The settings of all options classes: those with a section, and the flat schedules.</summary>
    public static IEnumerable<Setting> All(params IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type switch
        {
            { Name: "ScheduleOptions" } => Get(type, ""),
            _ when type.GetField("Section") is { IsLiteral: true } section => Get(type, $"{section.GetRawConstantValue()}:"),
            _ => [],
        });

    private static IEnumerable<Setting> Get(Type type, string prefix)
    {
        var options = Activator.CreateInstance(type, nonPublic: true);
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .SelectMany(property => IsNested(property) ? Get(property.PropertyType, $"{prefix}{property.Name}:") : [From(property, options, prefix)]);
    }

    private static Setting From(PropertyInfo property, object? options, string prefix)
    {
        var value = property.GetValue(options);
        var isList = value is IEnumerable and not string;
        var text = isList ? "" : Text(value);
        var isRequired = text.Length == 0 && property.GetCustomAttribute<RequiredAttribute>() is not null;
        return new($"{prefix}{property.Name}{(isList ? ":0" : "")}", isRequired ? "required" : text, AllowedBy(property));
    }

    private static bool IsNested(PropertyInfo property) =>
        property.PropertyType is { IsClass: true, Namespace: var name } && name!.StartsWith("Distribution", StringComparison.Ordinal);

    private static string Text(object? value) => value switch
    {
        null => "",
        bool flag => flag ? "true" : "false",
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string? AllowedBy(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() switch
    {
        { Minimum: int least, Maximum: int most } => string.Create(CultureInfo.InvariantCulture, $"{least:N0} to {most:N0}"),
        { } range => $"{range.Minimum} to {range.Maximum}",
        null when property.PropertyType.IsEnum => string.Join(", ", Enum.GetNames(property.PropertyType)),
        null when property.PropertyType == typeof(bool) => "true, false",
        null => null,
    };
}
