using System.Text.Json;
using Distribution.Testing.Functions.Protocol;

namespace Distribution.Testing.Functions;

/// <summary>A function as the head describes it to the host.</summary>
public sealed class HeadFunction
{
    private readonly JsonElement trigger;

    internal HeadFunction(RpcFunctionMetadata metadata)
    {
        Metadata = metadata;
        trigger = metadata.RawBindings.Select(Parse).Single(binding => Text(binding, "type").EndsWith("Trigger", StringComparison.OrdinalIgnoreCase));
    }

    public string Name => Metadata.Name;

    /// <summary>Such as <c>timerTrigger</c>.</summary>
    public string Trigger => Text("type");

    /// <summary>The parameter that gets the trigger's data.</summary>
    public string Parameter => Text("name");

    internal RpcFunctionMetadata Metadata { get; }

    /// <summary>A property of the trigger, such as <c>schedule</c>, or nothing.</summary>
    public string Text(string property) => Text(trigger, property);

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    private static string Text(JsonElement binding, string property) =>
        binding.EnumerateObject().FirstOrDefault(pair => pair.Name.Equals(property, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } value
            ? value.GetString()!
            : "";
}
