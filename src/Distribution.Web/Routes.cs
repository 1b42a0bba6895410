using Distribution.Web.Approvals;
using Distribution.Web.Assets;
using Distribution.Web.Audiences;
using Distribution.Web.Audit;
using Distribution.Web.Contacts;
using Distribution.Web.Description;
using Distribution.Web.Desk;
using Distribution.Web.Dispatches;
using Distribution.Web.Erasure;
using Distribution.Web.Imports;
using Distribution.Web.Intake;
using Distribution.Web.Leave;
using Distribution.Web.MediaLists;
using Distribution.Web.Newsroom;
using Distribution.Web.Offices;
using Distribution.Web.Organisations;
using Distribution.Web.People;
using Distribution.Web.Previews;
using Distribution.Web.Problems;
using Distribution.Web.Releases;
using Distribution.Web.Retention;
using Distribution.Web.Signups;
using Distribution.Web.Status;
using Distribution.Web.Subscriptions;
using Distribution.Web.Suppressions;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web;

/// <summary>Index of all routes, one line per feature.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOrganisation();
        routes.MapOffices();
        routes.MapOfficers();
        routes.MapPeople();
        routes.MapApiKeys();
        routes.MapOutlets();
        routes.MapContacts();
        routes.MapContactMoves();
        routes.MapContactExports();
        routes.MapAddresses();
        routes.MapMerges();
        routes.MapDuplicates();
        routes.MapErasure();
        routes.MapImports();
        routes.MapMediaLists();
        routes.MapSubscriptions();
        routes.MapSuppressions();
        routes.MapReleases();
        routes.MapValidation();
        routes.MapTimes();
        routes.MapPreviews();
        routes.MapAudiences();
        routes.MapDispatches();
        routes.MapAudit();
        routes.MapRetention();
        routes.MapStatus();
        routes.MapProblems();
        routes.MapDescription();
        routes.MapNewsroom();
        routes.MapSignups();
        routes.MapDesk();
        routes.MapApprovals();
        routes.MapLeave();
        routes.MapAssets();
    }
}
