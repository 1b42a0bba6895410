using Distribution.Contacts.Contacts;
using Distribution.Web.Platform.Problems;

namespace Distribution.Web.Contacts.Contacts;

/// <summary>404 for a contact that is not there. Where it was merged into another, the answer says so and where that is.</summary>
internal static class MissingContact
{
    public static async Task<MissingProblem> ReadAsync(string id, ContactStore contacts, CancellationToken cancellationToken) =>
        await contacts.OwnerAsync(id, cancellationToken) is { } owner && owner != id ? Alias(owner) : new MissingProblem();

    public static MissingProblem Alias(string kept) =>
        new(ProblemTypes.Merged, "This contact was merged into another one.") { Location = $"/api/contacts/{kept}" };
}
