namespace Distribution.Readers.Preferences;

public abstract record MoveAddressResult
{
    private MoveAddressResult() { }

    public sealed record Moved(AddressMove Move) : MoveAddressResult;

    /// <summary>The link is not genuine, has expired or was used, or the person is no longer known.</summary>
    public sealed record Gone : MoveAddressResult;

    /// <summary>The new address is another contact's: one of the organisation's people must look whether they are the same person.</summary>
    public sealed record BelongsToAnother(AddressMove Move) : MoveAddressResult;
}
