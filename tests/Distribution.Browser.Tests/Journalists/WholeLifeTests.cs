using System.Globalization;
using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Smtp;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Journalists;

/// <summary>
/// A journalist's life with us, from the form to the last trace: the mails go over SMTP,
/// and the links in them are followed. Every page on the way can be used by everybody.
/// </summary>
public sealed class WholeLifeTests(Azurite azurite) : IAsyncLifetime
{
    /// <summary>Longer than a small screen is wide.</summary>
    private const string Address = "rosa.nunez.de.la.fuente.montenegro@correspondents.example.org";

    private FullHost house = null!;
    private Journalist rosa = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await FullHost.OpenAsync(azurite, Token);
        await house.Dispatch.AddListAsync("press", Token);
        rosa = await Journalist.SitDownAsync(house, "fr");
    }

    public async ValueTask DisposeAsync()
    {
        if (rosa is not null) await rosa.DisposeAsync();
        if (house is not null) await house.DisposeAsync();
    }

    [Fact]
    public async Task A_journalist_subscribes_reads_chooses_pauses_leaves_and_comes_back_takes_their_data_along_and_is_forgotten()
    {
        await SubscribeInFrenchAsync();
        await ConfirmAsync();
        await PublishAsync();
        Assert.Equal("Headline in fr", (await rosa.TakeMailAsync(Address)).Message.Subject);
        house.Dispatch.Clock.Advance(TimeSpan.FromMinutes(5));

        await ChooseSpanishAndDailyAsync();
        await PublishAsync();
        Assert.Empty(await house.SendAsync(Token));
        Assert.Equal("Headline in es", (await TomorrowsDigestAsync()).Message.Subject);

        await PauseAsync();
        await PublishAsync();
        Assert.Empty(await DigestsAfterAsync(days: 1));
        house.Dispatch.Clock.Advance(TimeSpan.FromDays(10));
        await DigestsAfterAsync(days: 1);
        await PublishAsync();
        var digest = await TomorrowsDigestAsync();

        await UnsubscribeWithOneClickAsync(digest);
        await UndoAsync();
        await PublishAsync();
        await TomorrowsDigestAsync();

        await TakeDataAlongAsync();
        await BeErasedAsync();
        Assert.Empty(await TracesAsync());
        await PublishAsync();
        Assert.Empty(await DigestsAfterAsync(days: 1));
    }

    private async Task SubscribeInFrenchAsync()
    {
        await rosa.GoToAsync("/fr/subscribe");
        await rosa.Page.AssertUsableAsync("subscribe");
        await rosa.Page.GetByLabel("Votre adresse de courriel").FillAsync(Address);
        await rosa.Page.GetByLabel("Votre nom").FillAsync("Rosa Núñez");
        await rosa.Page.GetByRole(AriaRole.Checkbox, new() { Name = "français" }).CheckAsync();
        await rosa.Page.GetByRole(AriaRole.Checkbox, new() { Name = "español" }).CheckAsync();
        house.Dispatch.Clock.Advance(TimeSpan.FromMinutes(20));
        await rosa.PressAsync("Envoyez-moi le lien");
        await rosa.SeesAsync("Consultez votre boîte de réception");
        await rosa.Page.AssertUsableAsync("subscribe-sent");
    }

    private async Task ConfirmAsync()
    {
        await rosa.FollowAsync(await rosa.TakeMailAsync(Address), "Confirmer l’abonnement");
        // The browser moves the focus a moment after the page has loaded.
        await rosa.Page.WaitForFunctionAsync("text => document.activeElement?.textContent === text", "Oui, envoyez-moi cela");
        await rosa.Page.AssertUsableAsync("confirm");
        await rosa.Page.Keyboard.PressAsync("Enter");
        await rosa.SeesAsync("Vous êtes abonné");
        await rosa.Page.AssertUsableAsync("confirmed");
    }

    private async Task ChooseSpanishAndDailyAsync()
    {
        await rosa.GoToAsync("/fr/preferences");
        await rosa.Page.AssertUsableAsync("preferences-ask");
        await rosa.Page.GetByLabel("Adresse de courriel").FillAsync(Address);
        await rosa.PressAsync("Envoyez-moi le lien");
        await rosa.Page.AssertUsableAsync("preferences-sent");
        await rosa.FollowAsync(await rosa.TakeMailAsync(Address), "Ouvrir mes abonnements");
        await rosa.Page.AssertUsableAsync("preferences-open");
        await rosa.PressAsync("Ouvrir");
        await rosa.Page.AssertUsableAsync("preferences");

        await rosa.Page.GetByLabel("press").SelectOptionAsync("daily");
        var languages = rosa.Page.GetByRole(AriaRole.Group, new() { Name = "Langues que vous lisez" }).GetByRole(AriaRole.Combobox);
        await languages.Nth(0).SelectOptionAsync("es");
        await languages.Nth(1).SelectOptionAsync("fr");
        await rosa.Page.GetByLabel("Votre courriel quotidien arrive à").SelectOptionAsync("8");
        await rosa.Page.GetByLabel("Votre fuseau horaire").SelectOptionAsync("America/Port_of_Spain");
        await rosa.PressAsync("Enregistrer", region: "Ce que vous recevez");
        await rosa.SeesAsync("Guardado. Vale desde el próximo correo.");
        await rosa.Page.AssertUsableAsync("preferences-chosen");
    }

    private async Task PauseAsync()
    {
        await OpenPreferencesAsync();
        await rosa.Page.GetByLabel("Pausa: no enviarme nada antes del")
            .FillAsync(house.Dispatch.Clock.GetUtcNow().AddDays(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await rosa.PressAsync("Guardar", region: "Lo que recibe");
        await rosa.SeesAsync("Guardado.");
    }

    /// <summary>As a mail program does it (RFC 8058, section 3.2).</summary>
    private async Task UnsubscribeWithOneClickAsync(ReceivedMail mail)
    {
        using FormUrlEncodedContent body = new([new("List-Unsubscribe", "One-Click")]);
        using var answer = await house.Web.Anonymous.PostAsync(UnsubscribePathOf(mail), body, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private async Task UndoAsync()
    {
        house.Dispatch.Clock.Advance(TimeSpan.FromMinutes(6));
        await rosa.FollowAsync(await rosa.TakeMailAsync(Address), "Deshacer, o elegir menos correos");
        await rosa.Page.AssertUsableAsync("left");
        await rosa.PressAsync("Deshacer: dejar todo como estaba");
        await rosa.Page.AssertUsableAsync("stayed");
    }

    private async Task TakeDataAlongAsync()
    {
        await OpenPreferencesAsync();
        var download = await rosa.Page.RunAndWaitForDownloadAsync(
            () => rosa.Page.GetByRole(AriaRole.Link, new() { Name = "Descargarlo en JSON" }).ClickAsync());
        await using var file = File.OpenRead(await download.PathAsync());
        using var data = await JsonDocument.ParseAsync(file, cancellationToken: Token);
        Assert.Equal(Address, data.RootElement.GetProperty("contact").GetProperty("address").GetString());
        Assert.Equal(1, data.RootElement.GetProperty("subscriptions").GetArrayLength());

        await rosa.Page.GetByRole(AriaRole.Link, new() { Name = "Leerlo, y por qué recibió cada correo" }).ClickAsync();
        await rosa.SeesAsync("Rosa Núñez");
        await rosa.Page.AssertUsableAsync("preferences-data");
    }

    private async Task BeErasedAsync()
    {
        await rosa.GoToAsync("/preferences/erase");
        await rosa.Page.AssertUsableAsync("preferences-erase");
        await rosa.PressAsync("Borrar todo");
        await rosa.SeesAsync("Sus datos se están borrando");
        await rosa.Page.AssertUsableAsync("preferences-erased");
        await house.SendAsync(Token);
        house.Dispatch.Clock.Advance(TimeSpan.FromHours(2));
        await house.SendAsync(Token);
    }

    private async Task OpenPreferencesAsync()
    {
        await rosa.GoToAsync("/es/preferences");
        await rosa.Page.GetByLabel("Dirección de correo").FillAsync(Address);
        await rosa.PressAsync("Enviarme el enlace");
        await rosa.FollowAsync(await rosa.TakeMailAsync(Address), "Abrir mis suscripciones");
        await rosa.PressAsync("Abrir");
    }

    /// <summary>A few minutes after whatever was before.</summary>
    private async Task PublishAsync()
    {
        house.Dispatch.Clock.Advance(TimeSpan.FromMinutes(5));
        await house.Dispatch.ScheduleAsync(["press"], Token, "en", "fr", "es");
    }

    private async Task<ReceivedMail> TomorrowsDigestAsync()
    {
        var mail = Assert.Single(await DigestsAfterAsync(days: 1));
        Assert.Equal("es", mail.Message.Body!.Headers["Content-Language"]);
        return mail;
    }

    private async Task<IReadOnlyList<ReceivedMail>> DigestsAfterAsync(int days)
    {
        Assert.Empty(await house.SendAsync(Token));
        house.Dispatch.Clock.Advance(TimeSpan.FromDays(days));
        await house.Dispatch.Get<SendDigests>().RunAsync(Token);
        return await house.SendAsync(Token);
    }

    private static string UnsubscribePathOf(ReceivedMail mail) =>
        new Uri(mail.Message.Headers["List-Unsubscribe"]!.Split('<', '>')[1]).AbsolutePath;

    /// <summary>Where the address or the name still stands in the storage.</summary>
    private async Task<IReadOnlyList<string>> TracesAsync()
    {
        List<string> traces = [];
        foreach (var table in Tables.All)
        {
            await foreach (var row in house.Dispatch.Get<Tables>()[table].QueryAsync<TableEntity>(cancellationToken: Token))
            {
                foreach (var (column, value) in row)
                {
                    var text = value is byte[] bytes ? System.Text.Encoding.UTF8.GetString(bytes) : $"{value}";
                    if (text.Contains("rosa", StringComparison.OrdinalIgnoreCase)) traces.Add($"{table} {row.RowKey} {column}: {text}");
                }
            }
        }

        return traces;
    }
}
