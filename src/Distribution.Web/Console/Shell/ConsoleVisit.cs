using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Console.Shell;

/// <summary>A user's request to the console, as a handler's parameter.</summary>
public sealed class ConsoleVisit
{
    private readonly SignedIn signedIn;

    private readonly HttpRequest request;

    internal ConsoleVisit(SignedIn signedIn, CurrentUser current, Organisation? organisation, HttpRequest request)
    {
        (this.signedIn, this.request) = (signedIn, request);
        (Current, Organisation) = (current, organisation);
        Language = ShellPhrases.Book.FirstOf([signedIn.User.Language]);
    }

    public User User => signedIn.User;

    public Session Session => signedIn.Session;

    /// <summary>The user with the offices of their roles.</summary>
    internal CurrentUser Current { get; }

    public OfficeTree Offices => Current.Offices;

    public Organisation? Organisation { get; }

    /// <summary>Language of the pages for this user; one that the console has been translated to.</summary>
    public string Language { get; }

    /// <summary>Whether a page script asks for a part of a page.</summary>
    public bool IsFragment => ConsoleRoutes.IsFragment(request);

    /// <summary>The address of this page with its query.</summary>
    public string Address => $"{request.Path}{request.QueryString}";

    /// <summary>The key of the sentence about the form that led here; null without one.</summary>
    public string? Done => request.Query["done"].ToString() is { Length: > 0 } done ? done : null;

    /// <summary>The offices where the user holds a role, by name.</summary>
    public IReadOnlyList<Office> OfficesWith(Role role) =>
        [.. Offices.Ids.Where(office => Current.Can(office, role)).Select(office => Offices.Find(office)!)
            .OrderBy(office => office.Names.In(Language), StringComparer.Create(new(Language), ignoreCase: true))];

    /// <summary>The clock by which an office's times are shown.</summary>
    public TimePlace PlaceOf(string office) => Offices.Find(office) is { } known ? TimePlace.From(known) : TimePlace.Utc;

    public string NameOfOffice(string office) => Offices.Find(office)?.Names.In(Language) ?? office;

    /// <summary>Whether the user holds the role at the office or, for null, for the whole organisation.</summary>
    public bool Can(string? office, Role role) => Current.Can(office, role);

    /// <summary>Whether somebody else than its last editor must approve what the office says.</summary>
    public bool NeedsSecondUser(string office) => ApprovalRule.NeedsSecondUser(office, Offices, Organisation);

    public static async ValueTask<ConsoleVisit> BindAsync(HttpContext context)
    {
        var organisations = context.RequestServices.GetRequiredService<OrganisationStore>();
        var organisation = organisations.FindAsync(context.RequestAborted);
        var current = await CurrentUser.BindAsync(context);
        return new(context.Features.GetRequiredFeature<SignedIn>(), current, (await organisation)?.Value, context.Request);
    }
}
