using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;

namespace Distribution.Web.Platform.Audit;

/// <summary>How the audit calls things of a kind, and what it may tell of them.</summary>
/// <param name="Kind">The kind in a subject, such as <c>contact</c>.</param>
/// <param name="Area">The first part of an action, such as <c>contacts</c>.</param>
/// <param name="Told">Fields whose values are told though they are texts: ids, codes and settings.</param>
internal sealed record AuditedThing(string Kind, string Area, params IReadOnlyList<string> Told)
{
    private static readonly Dictionary<Type, AuditedThing> Things = new()
    {
        [typeof(ApiKey)] = new("key", "keys", nameof(ApiKey.User), nameof(ApiKey.Offices)),
        [typeof(Contact)] = new("contact", "contacts", nameof(Contact.Languages), nameof(Contact.Countries)),
        [typeof(MediaList)] = new("mediaList", "mediaLists", nameof(MediaList.Office), nameof(MediaList.Rule)),
        [typeof(Office)] = new("office", "offices", nameof(Office.Country), nameof(Office.TimeZone), nameof(Office.Parent)),
        [typeof(PressOfficer)] = new("officer", "pressOfficers", nameof(PressOfficer.Office), nameof(PressOfficer.Languages)),
        [typeof(Organisation)] =
            new("organisation", "organisation", nameof(Organisation.Languages), nameof(Organisation.LanguageByCountry)),
        [typeof(Outlet)] = new("outlet", "outlets", nameof(Outlet.Country), nameof(Outlet.Languages), nameof(Outlet.Parent)),
        [typeof(User)] = new("user", "users", nameof(User.Grants)),
        [typeof(Suppression)] = new("suppression", "suppressions"),
    };

    public static IReadOnlyCollection<AuditedThing> All => Things.Values;

    public static AuditedThing Get<T>() => Things[typeof(T)];

    /// <summary>Kind and id, or the kind alone where there is only one.</summary>
    public string Subject(string? id) => id is null ? Kind : $"{Kind}:{id}";
}
