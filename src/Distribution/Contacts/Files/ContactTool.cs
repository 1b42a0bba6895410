namespace Distribution.Contacts.Files;

/// <summary>A program whose exports are recognised by their columns.</summary>
public enum ContactTool
{
    Distribution,
    Mailchimp,
    Listmonk,
    Mailtrain,
    HubSpot,
    GoogleContacts,
    Outlook,
    Keila,
    Brevo,
    Kit,
    ActiveCampaign,
    Salesforce,
}
