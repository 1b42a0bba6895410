using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
using Distribution.Web.Audiences.MediaLists;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Offices;
using Distribution.Web.Publisher.Organisations;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Setup;

/// <summary>From an empty store to the first release: the organisation, an office, somebody to call, and the first journalists.</summary>
internal static class SetupEndpoints
{
    public const string Address = "/console/setup";

    public static void MapSetup(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapConsole();
        console.MapPage("/setup", ShowAsync).WithName("SetupPage").RequireRole(Role.Administrator, Where.Organisation);
        console.MapPost("/setup/organisation", SaveOrganisationAsync).WithName("SetUpOrganisation")
            .RequireRole(Role.Administrator, Where.Organisation);
        console.MapPost("/setup/office", SaveOfficeAsync).WithName("SetUpOffice").RequireRole(Role.Administrator, Where.Organisation);
        console.MapPost("/setup/officer", SaveOfficerAsync).WithName("SetUpPressOfficer")
            .RequireRole(Role.Administrator, Where.Organisation);
        console.MapPost("/setup/list", SaveListAsync).WithName("SetUpMediaList").RequireRole(Role.Administrator, Where.Organisation);
    }

    /// <summary>The first step that is not done.</summary>
    internal static async Task<IResult> ShowAsync(ConsoleVisit visit, ReadSetup readSetup, CancellationToken cancellationToken) =>
        Page(visit, await readSetup.RunAsync(visit.Organisation, visit.Offices, cancellationToken), SetupForm.Empty, null);

    internal static async Task<IResult> SaveOrganisationAsync(
        ConsoleVisit visit, SentForm sent, OrganisationStore organisations, AuditTrail trail, CancellationToken cancellationToken)
    {
        SetupForm form = new(sent.Fields);
        var languages = form.Several("languages");
        OrganisationRequest request = new()
        {
            Names = Names(form["names"], languages.Contains(visit.Language) || languages.Count == 0 ? visit.Language : languages[0]),
            Languages = languages,
            PostalAddress = form["postalAddress"],
            Website = form["website"],
            SenderAddress = form["senderAddress"],
        };
        var answer = await OrganisationEndpoints.Put(request, null, organisations, trail, cancellationToken);
        return Next(visit, SetupStep.Organisation, form, answer.Result);
    }

    internal static async Task<IResult> SaveOfficeAsync(
        ConsoleVisit visit, SentForm sent, OfficeStore offices, AuditTrail trail, CancellationToken cancellationToken)
    {
        SetupForm form = new(sent.Fields);
        OfficeRequest request = new()
        {
            Names = Names(form["names"], Language(visit)),
            Country = form["country"],
            TimeZone = form["timeZone"],
            Phone = form.Optional("phone"),
            ReplyAddress = form["replyAddress"],
        };
        var answer = await OfficeEndpoints.Create(request, visit.Current, offices, trail, cancellationToken);
        return Next(visit, SetupStep.Office, form, answer.Result);
    }

    internal static async Task<IResult> SaveOfficerAsync(
        ConsoleVisit visit, SentForm sent, PressOfficerStore officers, AuditTrail trail, CancellationToken cancellationToken)
    {
        SetupForm form = new(sent.Fields);
        PressOfficerRequest request = new()
        {
            Office = visit.Offices.Ids.Order(StringComparer.Ordinal).FirstOrDefault() ?? "",
            Name = form["name"],
            Email = form["email"],
            Phones = form.Optional("phones") is { } number ? [new PressOfficerPhone { Number = number }] : [],
            Languages = form.Several("languages"),
        };
        var answer = await PressOfficerEndpoints.Create(request, visit.Current, officers, trail, cancellationToken);
        return Next(visit, SetupStep.Officer, form, answer.Result);
    }

    /// <summary>
    /// Every line is looked at before anything is stored. What is stored after a crash is found when the form is sent again.
    /// </summary>
    internal static async Task<IResult> SaveListAsync(
        ConsoleVisit visit,
        SentForm sent,
        MediaListStore lists,
        TopicStore topics,
        AddContact addContact,
        SubscribeContact subscribeContact,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        SetupForm form = new(sent.Fields);
        FieldErrors errors = new();
        var lines = AddressLines.Read("addresses", form["addresses"], errors);
        errors.Line("names", form["names"]);
        var source = errors.Line("source", form["source"]);
        if (errors.Any) return Page(visit, SetupStep.List, form, errors);
        MediaListRequest request = new() { Names = Names(form["names"], Language(visit)), Public = form["public"].Length > 0 };
        var answer = await MediaListEndpoints.Create(request, visit.Current, lists, topics, trail, cancellationToken);
        var list = request.ToMediaList(null, new()).Id;
        if (answer.Result is Problem { Errors: { Any: true } wrong }) return Page(visit, SetupStep.List, form, wrong);
        foreach (var line in lines)
        {
            ContactInput input = new()
            {
                Address = line.Address,
                Name = line.Name ?? line.Address,
                Languages = [form["language"]],
                Source = source,
                LawfulBasis = LawfulBasis.LegitimateInterests,
            };
            var added = await addContact.RunAsync(input, cancellationToken);
            if (added is AddContactResult.Invalid invalid)
            {
                errors.Add(
                    "addresses", $"{line.Address}: {string.Join(' ', invalid.Errors.ToDictionary().SelectMany(error => error.Value))}");
                continue;
            }

            var id = added is AddContactResult.Added { Contact.Value: var contact } ? contact.Id : ((AddContactResult.Known)added).Id;
            if (added is AddContactResult.Added made) await trail.CreatedAsync(id, made.Contact.Value);
            var subscribed = await subscribeContact.RunAsync(
                id, new() { List = list, Basis = "added by the press office", Evidence = source }, cancellationToken);
            if (subscribed is SubscribeContactResult.Ended)
                errors.Add("addresses", $"{line.Address} has unsubscribed. Only they themselves can come back.");
        }

        return errors.Any ? Page(visit, SetupStep.List, form, errors) : ConsoleRoutes.To(Address);
    }

    private static IResult Next(ConsoleVisit visit, SetupStep step, SetupForm form, IResult answer) => answer switch
    {
        Problem { Errors: { Any: true } errors } => Page(visit, step, form, errors),
        Problem problem => problem,
        _ => ConsoleRoutes.To(Address),
    };

    private static IResult Page(ConsoleVisit visit, SetupStep step, SetupForm form, FieldErrors? errors) => ConsolePage.Show<SetupPage>(
        visit,
        new Dictionary<string, object?>
        {
            [nameof(SetupPage.Step)] = step,
            [nameof(SetupPage.Form)] = form,
            [nameof(SetupPage.Errors)] = errors?.ToDictionary(),
        },
        errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static Names Names(string name, string language) => new([KeyValuePair.Create(language, name)]);

    private static string Language(ConsoleVisit visit) =>
        visit.Organisation is { Languages: [var first, ..] languages } && !languages.Contains(visit.Language) ? first : visit.Language;
}
