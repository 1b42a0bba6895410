using Distribution.Platform.Validation;

namespace Distribution.Web.Platform.Resources;

/// <summary>Which id a thing gets: that of the address, the one in the body, or one made from its name.</summary>
internal static class ChosenId
{
    public static string From(string? address, string? body, string? name, FieldErrors errors)
    {
        errors.Require(address is null || body is null || address == body, "id", "is not the one in the address.");
        return errors.Id("id", address ?? body ?? Ids.From(name ?? ""));
    }
}
