using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Audit;

namespace Distribution.Web;

/// <summary>Index of all that the audit knows, one line per thing.</summary>
internal static class Audited
{
    public static AuditedThings Things { get; } = new(new Dictionary<Type, AuditedThing>
    {
        [typeof(ApiKey)] = new("key", "keys", nameof(ApiKey.User), nameof(ApiKey.Offices), nameof(ApiKey.CreatedBy)),
        [typeof(Contact)] = new("contact", "contacts", nameof(Contact.Languages), nameof(Contact.Countries)),
        [typeof(MediaList)] = new("mediaList", "mediaLists", nameof(MediaList.Office), nameof(MediaList.Rule)),
        [typeof(Office)] = new("office", "offices", nameof(Office.Country), nameof(Office.TimeZone), nameof(Office.Parent)),
        [typeof(PressOfficer)] = new("pressOfficer", "pressOfficers", nameof(PressOfficer.Office), nameof(PressOfficer.Languages)),
        [typeof(Organisation)] =
            new("organisation", "organisation", nameof(Organisation.Languages), nameof(Organisation.LanguageByCountry)),
        [typeof(Outlet)] = new("outlet", "outlets", nameof(Outlet.Country), nameof(Outlet.Languages), nameof(Outlet.Parent)),
        [typeof(User)] = new("user", "users", nameof(User.Grants)),
        [typeof(Topic)] = new("topic", "topics", nameof(Topic.Parent)),
        [typeof(Suppression)] = new("suppression", "suppressions"),
    });
}
