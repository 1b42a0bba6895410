namespace Distribution.Contacts.Outlets;

/// <summary>An outlet's type as JSON and tables write it.</summary>
internal static class OutletTypeName
{
    private static readonly string[] Names = [.. Enum.GetNames<OutletType>().Select(name => name.ToLowerInvariant())];

    public static string Get(OutletType type) => Names[(int)type];
}
