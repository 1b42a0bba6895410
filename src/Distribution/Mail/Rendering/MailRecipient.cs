using Distribution.Contacts.Contacts;

namespace Distribution.Mail.Rendering;

/// <summary>One person that a release is mailed to.</summary>
/// <param name="MessageId">The Message-ID without its angle brackets.</param>
/// <param name="Address">Normalised.</param>
/// <param name="Name">Empty when unknown.</param>
/// <param name="Languages">Languages they read, best first.</param>
/// <param name="Lists">Ids of the release's lists they are on; the first names the mail's List-Id.</param>
/// <param name="UnsubscribeToken">Token of the link to unsubscribe from those lists.</param>
public sealed record MailRecipient(
    string MessageId, string Address, string Name, IReadOnlyList<string> Languages, IReadOnlyList<string> Lists, string UnsubscribeToken)
{
    /// <summary>The notice about their data, if it is their first mail.</summary>
    public FirstNotice? Notice { get; init; }

    /// <summary>Where nobody may unsubscribe by the mail: its links lead to a page that says they are not valid.</summary>
    public const string NobodysToken = "test";
}
