using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Setup;

/// <summary>The fields of a step as they were typed.</summary>
public sealed class SetupForm
{
    public static readonly SetupForm Empty = new(FormCollection.Empty);

    private readonly IFormCollection fields;

    internal SetupForm(IFormCollection fields) => this.fields = fields;

    public string this[string field] => fields[field].ToString().Trim();

    public string? Optional(string field) => this[field] is { Length: > 0 } text ? text : null;

    public IReadOnlyList<string> Several(string field) => [.. fields[field].OfType<string>().Where(value => value.Length > 0)];
}
