namespace Distribution.Readers.Preferences;

public abstract record ChangeAddressResult
{
    private ChangeAddressResult() { }

    public sealed record Moved(AddressChange Move) : ChangeAddressResult;

    /// <summary>The link is not genuine, has expired or was used, or the person is no longer known.</summary>
    public sealed record Gone : ChangeAddressResult;

    /// <summary>The new address is another contact's: a user must look whether they are the same person.</summary>
    public sealed record BelongsToAnother(AddressChange Move) : ChangeAddressResult;
}
