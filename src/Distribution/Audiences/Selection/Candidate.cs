using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Languages;

namespace Distribution.Audiences.Selection;

/// <summary>One person of an audience, and what was decided about them.</summary>
/// <param name="Subscriptions">Their subscriptions to the lists that were read, in the order of the lists.</param>
/// <param name="Reason">Why they are left out; null when they are mailed.</param>
/// <param name="First">The confirmed subscription whose copy of the person counts; always there when they are mailed.</param>
/// <param name="Outlet">The outlet they work for, where that is known.</param>
/// <param name="Language">The language of their mail, and why it is that one; none when they are left out.</param>
public readonly record struct Candidate(
    IReadOnlyList<Membership> Subscriptions,
    string? Reason,
    Membership? First,
    Outlet? Outlet,
    (string Tag, LanguageReason Because)? Language);
