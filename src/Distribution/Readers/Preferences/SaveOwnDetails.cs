using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Preferences;

/// <summary>Stores the details that a contact enters on the preferences page. An unchanged fact keeps its source.</summary>
public sealed class SaveOwnDetails(ReplaceContact replaceContact, AuditStore audit, TimeProvider clock)
{
    public const string Source = "preferences page";

    public async Task<ReplaceContactResult> RunAsync(Stored<Contact> read, ContactInput details, CancellationToken cancellationToken)
    {
        var result = await replaceContact.RunAsync(read, details with { Source = Source, SourceDate = clock.GetUtcNow() }, cancellationToken);
        if (result is ReplaceContactResult.Replaced { Contact.Value: var kept } && !Origins.AreSame(read.Value, kept))
        {
            var changes = AuditChanges.Between(read.Value, kept, nameof(Contact.Languages), nameof(Contact.Countries));
            await audit.AddAsync("preferences.corrected", new(kept.Id, null), $"contact:{kept.Id}", changes, CancellationToken.None);
        }

        return result;
    }
}
