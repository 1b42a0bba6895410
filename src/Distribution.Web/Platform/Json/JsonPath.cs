namespace Distribution.Web.Platform.Json;

/// <summary>A place in a JSON document, from the serializer's <c>$.grants[0].role</c>.</summary>
internal sealed record JsonPath(IReadOnlyList<string> Segments)
{
    private static readonly char[] Separators = ['.', '[', ']', '\''];

    /// <summary>The place as field errors name it, <c>grants.0.role</c>; null for the document itself.</summary>
    public string? Field => Segments.Count == 0 ? null : string.Join('.', Segments);

    public string Inside(string member) => string.Join('.', Segments.Append(member));

    public static JsonPath Parse(string? path) =>
        new([.. (path ?? "").TrimStart('$').Split(Separators, StringSplitOptions.RemoveEmptyEntries)]);
}
