using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Search;

public sealed class SearchContactsTests(Azurite azurite) : IndexTests(azurite)
{
    [Fact]
    public async Task Each_filter_and_their_combinations_find_whom_they_name_in_the_order_of_names()
    {
        await FillAsync();

        foreach (var (query, expected) in Searches)
        {
            Assert.True(expected == await FoundAsync(query), $"{query}: {await FoundAsync(query)} instead of {expected}");
        }
    }

    private static readonly (ContactQuery Query, string Expected)[] Searches =
    [
        (new(), "Ángela Márquez, Chloé O’Brien, María José Marín, Rosa Núñez, Rosa Núñez, Rosa Núñez Pérez, Zoë Łukasz, أحمد علي, 王小明"),
        (new() { Text = "  " }, "Ángela Márquez, Chloé O’Brien, María José Marín, Rosa Núñez, Rosa Núñez, Rosa Núñez Pérez, Zoë Łukasz, أحمد علي, 王小明"),
        (new() { Text = "ros" }, "Rosa Núñez, Rosa Núñez, Rosa Núñez Pérez"),
        (new() { Text = "MAR" }, "María José Marín, Ángela Márquez"),
        (new() { Text = "nuñez rósa" }, "Rosa Núñez, Rosa Núñez, Rosa Núñez Pérez"),
        (new() { Text = "rosa per" }, "Rosa Núñez Pérez"),
        (new() { Text = "rosa n p" }, "Rosa Núñez Pérez"),
        (new() { Text = "maria marin mar m" }, "María José Marín"),
        (new() { Text = "luk zoe" }, "Zoë Łukasz"),
        (new() { Text = "o'brien" }, "Chloé O’Brien"),
        (new() { Text = "brien" }, "Chloé O’Brien"),
        (new() { Text = "احمد" }, "أحمد علي"),
        (new() { Text = "王" }, "王小明"),
        (new() { Text = "equipe" }, "María José Marín"),
        (new() { Text = "zoe@mail.example.org" }, "Zoë Łukasz"),
        (new() { Text = "zweite" }, "Zoë Łukasz"),
        (new() { Text = "munchen" }, "Ángela Márquez"),
        (new() { Text = "nobody" }, ""),
        (new() { Text = "🎉" }, ""),
        (new() { Country = "JM" }, "Ángela Márquez, Chloé O’Brien"),
        (new() { Topic = "reefs" }, "Rosa Núñez, Rosa Núñez, Rosa Núñez Pérez, Zoë Łukasz, أحمد علي, 王小明"),
        (new() { Topic = "it's 100% a/b\\c#d?" }, "Chloé O’Brien"),
        (new() { Language = "es" }, "Ángela Márquez, Rosa Núñez, Rosa Núñez, Rosa Núñez Pérez"),
        (new() { Language = "es-MX" }, "Ángela Márquez"),
        (new() { OutletType = OutletType.Radio }, "Zoë Łukasz"),
        (new() { Outlet = "equipe" }, "María José Marín, Zoë Łukasz"),
        (new() { List = "everyone" }, "Rosa Núñez, Zoë Łukasz"),
        (new() { Tag = "vip" }, "Ángela Márquez, Zoë Łukasz"),
        (new() { Status = ContactStatus.Archived }, "Rosa Archivada"),
        (new() { Status = ContactStatus.Archived, Text = "rosa", Country = "TT" }, "Rosa Archivada"),
        (new() { Country = "JM", Tag = "vip" }, "Ángela Márquez"),
        (new() { Country = "JM", Topic = "reefs" }, ""),
        (new() { List = "everyone", Outlet = "equipe", Tag = "vip", Topic = "reefs", Country = "TT", Language = "en", OutletType = OutletType.Radio, Text = "zoe luk exa mai" }, "Zoë Łukasz"),
        (new() { Text = "rosa", List = "everyone" }, "Rosa Núñez"),
        (new() { Text = "rosa", Country = "JM" }, ""),
    ];

    [Fact]
    public async Task A_search_is_read_part_by_part_without_gap_or_repetition_also_among_equal_names()
    {
        foreach (var number in Enumerable.Range(0, 7)) await AddAsync(PressOffice.Contact($"maria{number}@mar.example.org") with { Name = "María Marín" });

        foreach (var query in new ContactQuery[] { new(), new() { Text = "mar" }, new() { Text = "maria m" }, new() { Country = "TT", Topic = "reefs" } })
        {
            List<string> ids = [];
            var parts = 0;
            for (var (after, more) = ((string?)null, true); more; more = after is not null)
            {
                var page = (await App.Get<SearchContacts>().RunAsync(query, 3, after, Token))!;
                ids.AddRange(page.Items.Select(contact => contact.Id));
                after = page.After;
                parts++;
            }

            Assert.Equal((7, 7, 3), (ids.Count, ids.Distinct().Count(), parts));
        }
    }

    [Fact]
    public async Task Where_many_rows_do_not_match_a_part_is_short_and_the_next_goes_on()
    {
        foreach (var number in Enumerable.Range(0, 6)) await AddAsync(PressOffice.Contact($"a{number}@example.org") with { Name = $"Bernard {(char)('A' + number)}" });

        // One letter has no flag: the first request is for two rows, which do not match.
        var page = (await App.Get<SearchContacts>().RunAsync(new() { Text = "bernard f" }, 1, null, Token))!;

        Assert.Equal("Bernard F", Assert.Single(page.Items).Name);
        Assert.Null(page.After);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("rosa")]
    [InlineData("r!!!")]
    [InlineData("rLw")]
    [InlineData("rAGE_")]
    [InlineData("tbm8tc3BhY2U")]
    [InlineData("t")]
    public async Task What_no_part_ended_with_is_refused(string after) =>
        Assert.Null(await App.Get<SearchContacts>().RunAsync(new(), 10, after, Token));

    [Fact]
    public async Task Where_the_storage_stopped_without_a_row_the_search_goes_on()
    {
        foreach (var number in Enumerable.Range(0, 3)) await AddAsync(PressOffice.Contact($"rosa{number}@example.org") with { Name = $"Rosa {number}" });
        var table = App.Get<Distribution.Platform.Storage.Tables>()[Distribution.Platform.Storage.Tables.ContactIndex];
        var first = await table.QueryAsync<Azure.Data.Tables.TableEntity>("PartitionKey eq 'active.all'", 2, cancellationToken: Token).AsPages().FirstAsync(Token);

        var page = await App.Get<SearchContacts>().RunAsync(new(), 10, new SearchCursor.Token(first.ContinuationToken!).ToString(), Token);

        Assert.Equal(["Rosa 2"], page!.Items.Select(contact => contact.Name));
    }

    [Theory]
    [InlineData("'")]
    [InlineData("' or PartitionKey ne '")]
    [InlineData("*")]
    [InlineData("%25")]
    [InlineData("ros*")]
    [InlineData("\u0000\uFFFD\uFFFF")]
    [InlineData("\uD83C")]
    [InlineData("👩‍🔬🇹🇹")]
    public async Task A_hostile_text_finds_what_its_words_find_and_no_more(string text)
    {
        await AddContactAsync();

        var page = await App.Get<SearchContacts>().RunAsync(new() { Text = text }, 10, null, Token);

        Assert.Equal(text == "ros*" ? 1 : 0, page!.Items.Count);
    }

    [Fact]
    public async Task A_text_of_ten_thousand_letters_or_words_finds_nobody()
    {
        await AddContactAsync();

        foreach (var text in new[] { new string('r', 10_000), string.Join(' ', Enumerable.Range(0, 2_000).Select(number => $"w{number}")) })
            Assert.Empty((await App.Get<SearchContacts>().RunAsync(new() { Text = text }, 10, null, Token))!.Items);
    }

    [Fact]
    public async Task A_contact_with_more_facets_than_a_row_has_flags_is_found_by_each_and_by_no_other()
    {
        await AddAsync(PressOffice.Contact("busy@example.org") with
        {
            Name = "Busy Bee",
            Topics = [.. Enumerable.Range(0, 100).Select(number => $"topic {number}")],
            Tags = [.. Enumerable.Range(0, 99).Select(number => $"tag {number}")],
        });

        Assert.Equal("Busy Bee", await FoundAsync(new() { Topic = "topic 99", Tag = "tag 98", Country = "TT" }));
        Assert.Equal("Busy Bee", await FoundAsync(new() { Text = "bus bee", Topic = "topic 0" }));
        Assert.Equal("", await FoundAsync(new() { Topic = "topic 99", Country = "JM" }));
        Assert.Equal("", await FoundAsync(new() { Text = "bus", Tag = "tag 99" }));
    }

    [Fact]
    public async Task A_contact_who_joins_a_list_or_unsubscribes_is_found_there_or_no_more()
    {
        var contact = (await AddContactAsync()).Value.Id;
        Assert.Equal("", await FoundAsync(new() { List = "everyone" }));

        await SubscribeAsync(contact);
        Assert.Equal("Rosa Núñez", await FoundAsync(new() { List = "everyone", Country = "TT" }));

        await App.Get<EndSubscription>().RunAsync("everyone", contact, "wrote to us", Token);
        Assert.Equal("", await FoundAsync(new() { List = "everyone" }));
        Assert.Equal("", await FoundAsync(new() { List = "everyone", Country = "TT" }));
    }

    private async Task<string> FoundAsync(ContactQuery query) =>
        string.Join(", ", (await App.Get<SearchContacts>().RunAsync(query, 50, null, Token))!.Items.Select(contact => contact.Name));

    private async Task FillAsync()
    {
        await App.Get<OutletStore>().AddAsync("equipe", new() { Id = "equipe", Name = "L'Équipe", Type = OutletType.Daily }, Token);
        await App.Get<OutletStore>().AddAsync("radio", new() { Id = "radio", Name = "Radio Zweite", Type = OutletType.Radio }, Token);
        var rosa = await AddAsync(PressOffice.Contact("rosa1@example.org"));
        await AddAsync(PressOffice.Contact("rosa2@example.org"));
        await AddAsync(PressOffice.Contact("rosa3@example.org") with { Name = "Rosa Núñez Pérez" });
        await AddAsync(PressOffice.Contact("archive@example.org") with { Name = "Rosa Archivada", Status = ContactStatus.Archived });
        await AddAsync(PressOffice.Contact("joma@example.org") with
        {
            Name = "María José Marín",
            Languages = ["fr"],
            Countries = ["FR"],
            Topics = ["sport"],
            Positions = [new() { Outlet = "equipe" }],
        });
        await AddAsync(PressOffice.Contact("angela@xn--mnchen-3ya.example") with
        {
            Name = "Ángela Márquez",
            Languages = ["es-MX"],
            Countries = ["MX", "JM"],
            Topics = [],
            Tags = ["VIP"],
        });
        await AddAsync(PressOffice.Contact("chloe@example.org") with { Name = "Chloé O’Brien", Languages = ["en"], Countries = ["JM"], Topics = ["It's 100% a/b\\c#d?"] });
        var zoe = await AddAsync(PressOffice.Contact("zoe@mail.example.org") with
        {
            Name = "Zoë Łukasz",
            Languages = ["en"],
            Tags = ["vip"],
            Positions = [new() { Outlet = "radio" }, new() { Outlet = "equipe", Until = new(2020, 1, 1) }],
        });
        await AddAsync(PressOffice.Contact("ahmad@example.org") with { Name = "أحمد علي", Languages = ["ar"] });
        await AddAsync(PressOffice.Contact("wang@example.org") with { Name = "王小明", Languages = ["zh"] });
        await SubscribeAsync(rosa.Value.Id);
        await SubscribeAsync(zoe.Value.Id);
    }
}
