<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#assign devices = otpLogin.userOtpCredentials>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError("totp"); section>
  <#if section = "header">
    ${msg("otpTitle")}
  <#elseif section = "form">
    <form id="kc-otp-login-form" class="form" action="${url.loginAction}" method="post">
      <#if devices?size gt 1>
      <fieldset class="devices">
        <legend>${msg("otpDevice")}</legend>
        <#list devices as device>
        <label class="check">
          <input type="radio" name="selectedCredentialId" value="${device.id}"<#if device.id == (otpLogin.selectedCredentialId!"")> checked</#if>>
          <span>${device.userLabel!msg("otpDeviceNumber", device?counter)}</span>
        </label>
        </#list>
      </fieldset>
      <#else>
      <input type="hidden" name="selectedCredentialId" value="${otpLogin.selectedCredentialId!}">
      </#if>
      <@field.input name="otp" label=msg("loginOtpOneTime") autocomplete="one-time-code" fieldName="totp" autofocus=true required=true/>
      <@buttons.loginButton/>
    </form>
  </#if>
</@layout.registrationLayout>
