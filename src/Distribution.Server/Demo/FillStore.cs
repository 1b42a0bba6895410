using System.Text.Json.Nodes;
using Spectre.Console;

namespace Distribution.Server.Demo;

/// <summary>Puts the invented press office into an empty store, through the API. Existing data stays.</summary>
internal sealed class FillStore(Api api, IAnsiConsole console)
{
    private const string Evidence = "Invented for the demonstration.";

    public async Task RunAsync(JsonObject office, CancellationToken cancellationToken)
    {
        await RefuseForeignStoreAsync(office, cancellationToken);
        await console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(async progress =>
            {
                await api.PutAsync("/api/organisation", office["organisation"]!, cancellationToken);
                await FillAsync(progress, "Offices", "/api/offices", office["offices"]!, cancellationToken);
                await FillAsync(progress, "Press officers", "/api/press-officers", office["pressOfficers"]!, cancellationToken);
                await FillAsync(progress, "Topics", "/api/topics", office["topics"]!, cancellationToken);
                await FillAsync(progress, "Media lists", "/api/media-lists", office["lists"]!, cancellationToken);
                await FillAsync(progress, "Outlets", "/api/outlets", office["outlets"]!, cancellationToken);
                await FillContactsAsync(progress, office["contacts"]!.AsArray(), cancellationToken);
                await FillAsync(progress, "Users", "/api/users", office["users"]!, cancellationToken);
            });
    }

    private async Task RefuseForeignStoreAsync(JsonObject office, CancellationToken cancellationToken)
    {
        var organisation = await api.GetAsync("/api/organisation", cancellationToken);
        if (organisation is null || JsonNode.DeepEquals(organisation["website"], office["organisation"]!["website"])) return;
        throw new ServerFailure(
            "This storage holds an organisation already: run the demo on another, with Embedded:Directory or Storage:Prefix.");
    }

    private async Task FillAsync(ProgressContext progress, string what, string path, JsonNode things, CancellationToken cancellationToken)
    {
        var task = progress.AddTask(what, maxValue: things.AsArray().Count);
        foreach (var thing in things.AsArray())
        {
            await api.PostAsync(path, thing!, cancellationToken);
            task.Increment(1);
        }
    }

    private async Task FillContactsAsync(ProgressContext progress, JsonArray contacts, CancellationToken cancellationToken)
    {
        var task = progress.AddTask("Contacts", maxValue: contacts.Count);
        foreach (var contact in contacts)
        {
            var request = contact!.DeepClone().AsObject();
            request.Remove("lists");
            var (path, _) = await api.PostAsync("/api/contacts", request, cancellationToken);
            foreach (var list in contact["lists"]!.AsArray())
            {
                JsonObject subscription = new() { ["list"] = list!.DeepClone(), ["basis"] = "consent", ["evidence"] = Evidence };
                await api.PostAsync($"{path}/subscriptions", subscription, cancellationToken);
            }

            task.Increment(1);
        }
    }
}
