using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Contacts.Contacts;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Audiences.Subscriptions;

internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/subscriptions", List).WithName("ListSubscriptions").WithTags("Subscriptions")
            .RequireRole(Role.Viewer, Where.ItsOffice);
        var ofContact = routes.MapGroup("/api/contacts/{contact:id}/subscriptions").WithTags("Subscriptions");
        ofContact.MapGet("/", ListOfContact).WithName("ListSubscriptionsOfContact").RequireRole(Role.Viewer);
        ofContact.MapGet("/{list:id}", Read).WithName("ReadSubscription").RequireRole(Role.Viewer);
        ofContact.MapPost("/", Create).WithName("CreateSubscription").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        ofContact.MapDelete("/{list:id}", End).WithName("EndSubscription").RequireRole(Role.Author, Where.ItsOffice);
    }

    /// <summary>
    /// Lists the subscriptions to a media list by contact, with what put each of them there. Those of an office's list are for users who
    /// hold a role there.
    /// </summary>
    internal static async Task<Results<Listing<Subscription>, UnreadableProblem, ForbiddenProblem>> List(
        [Required, Description("Id of the media list.")] string? list,
        [AllowedValues(null, "pending", "confirmed", "ended"), Description("Only those in this state.")] string? state,
        [AsParameters] ListQuery query,
        CurrentUser user,
        MediaListStore lists,
        SubscriptionStore subscriptions,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        if (list is null || await lists.FindAsync(list, cancellationToken) is not { } found)
            return Unreadable("list", "is not the id of a media list.");
        if (found.Value.Office is { } office && user.Refusal(office, Role.Viewer) is { } refusal) return refusal;
        if (state is not null && !States.ContainsKey(state)) return Unreadable("state", "is pending, confirmed or ended.");
        var page = await subscriptions.PageAsync(list, state is null ? null : States[state], query.Count, query.Key, cancellationToken);
        if (found.Value.Office is not null && query.Key is null)
            await trail.NoteAsync("subscriptions.read", trail.SubjectOf<MediaList>(list), []);
        return new Listing<Subscription>(new([.. page.Items.Select(item => item.Value)], page.After));
    }

    /// <summary>Lists the subscriptions of a contact by media list, whatever their state.</summary>
    internal static async Task<Results<Listing<Subscription>, UnreadableProblem, MissingProblem>> ListOfContact(
        string contact,
        [AsParameters] ListQuery query,
        ContactStore contacts,
        SubscriptionStore subscriptions,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var found = await subscriptions.ForContactAsync(contact, cancellationToken);
        // An ended subscription outlives its contact.
        if (found.Count == 0 && await contacts.FindAsync(contact, cancellationToken) is null) return new MissingProblem();
        return new Listing<Subscription>(
            query.PartOf([.. found.Select(subscription => subscription.Value)], subscription => subscription.List));
    }

    /// <summary>Reads a contact's subscription to a media list.</summary>
    internal static async Task<Results<Found<Subscription>, MissingProblem>> Read(
        string contact, string list, SubscriptionStore subscriptions, CancellationToken cancellationToken) =>
        await subscriptions.FindAsync(list, contact, cancellationToken) is { } found
            ? new Found<Subscription>(found.Value, found.ETag)
            : new MissingProblem();

    /// <summary>
    /// Puts a contact on a media list, on consent that can be shown. A contact who unsubscribed can come back only by themselves.
    /// </summary>
    internal static async Task<Results<Added<Subscription>, MissingProblem, ForbiddenProblem, ConflictProblem, InvalidProblem>> Create(
        string contact,
        SubscriptionInput request,
        CurrentUser user,
        MediaListStore lists,
        ContactStore contacts,
        SubscribeContact subscribeContact,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        if (Refusal(user, await lists.FindAsync(request.List, cancellationToken)) is { } refusal) return refusal;
        var result = await subscribeContact.RunAsync(contact, request, cancellationToken);
        if (result is SubscribeContactResult.Subscribed) await NoteAsync(trail, "created", contact, request.List);
        return result switch
        {
            SubscribeContactResult.Subscribed { Subscription: var added } =>
                new Added<Subscription>(added.Value, added.ETag, added.Value.List),
            SubscribeContactResult.Already => new ConflictProblem(ProblemTypes.Exists, "The contact is on the list already.")
            {
                Location = $"/api/contacts/{contact}/subscriptions/{request.List}",
            },
            SubscribeContactResult.Ended =>
                new ConflictProblem(
                    ProblemTypes.WrongState, "The contact has unsubscribed from the list. Only their own confirmation brings them back."),
            SubscribeContactResult.Missing => await MissingContact.ReadAsync(contact, contacts, cancellationToken),
            SubscribeContactResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Ends a contact's subscription for good. The row stays and says why.</summary>
    internal static async Task<Results<NoContent, MissingProblem, ForbiddenProblem, UnreadableProblem>> End(
        string contact,
        string list,
        string? reason,
        CurrentUser user,
        MediaListStore lists,
        EndSubscription endSubscription,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var why = errors.Line("reason", reason ?? SubscriptionChange.Ended);
        if (errors.Any) return new UnreadableProblem(errors: errors);
        if (Refusal(user, await lists.FindAsync(list, cancellationToken)) is { } refusal) return refusal;
        if (await endSubscription.RunAsync(list, contact, why, cancellationToken) is null) return new MissingProblem();
        await NoteAsync(trail, "ended", contact, list);
        return TypedResults.NoContent();
    }

    /// <summary>Among what was done to the contact.</summary>
    private static Task NoteAsync(AuditTrail trail, string verb, string contact, string list) =>
        trail.NoteAsync($"subscriptions.{verb}", trail.SubjectOf<Contact>(contact), new() { ["list"] = list });

    /// <summary>Contacts are the whole organisation's, and so is a list without an office: any author writes there.</summary>
    private static ForbiddenProblem? Refusal(CurrentUser user, Stored<MediaList>? list) =>
        list?.Value.Office is { } office ? user.Refusal(office, Role.Author) : null;

    private static readonly Dictionary<string, SubscriptionState> States =
        Enum.GetValues<SubscriptionState>().ToDictionary(state => state.ToString().ToLowerInvariant());

    private static UnreadableProblem Unreadable(string field, string message)
    {
        var errors = new FieldErrors();
        errors.Add(field, message);
        return new(errors: errors);
    }
}
