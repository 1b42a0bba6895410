
namespace Distribution.Readers.Unsubscribe;

/// <summary>Somebody who has left is to be told so.</summary>
/// <param name="Way">By what they have left.</param>
/// <param name="Release">The release whose link it was; otherwise the contact's id once more.</param>
/// <param name="Contact">Id of the contact, as the link has it.</param>
public sealed record UnsubscribeNotice(UnsubscribeSource Way, string Release, string Contact)
{
    /// <summary>The id of the job that tells them.</summary>
    public string Id => $"{Way}-{Release}-{Contact}";

    public static UnsubscribeNotice? Parse(string id) =>
        id.Split('-') is [var way, var release, var contact] && Enum.TryParse<UnsubscribeSource>(way, out var known) ? new(known, release, contact) : null;
}
