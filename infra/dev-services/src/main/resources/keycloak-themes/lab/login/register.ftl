<#import "template.ftl" as layout>
<#import "field.ftl" as field>
<#import "buttons.ftl" as buttons>
<#import "user-profile-commons.ftl" as userProfileCommons>
<#import "register-commons.ftl" as registerCommons>
<#import "password-validation.ftl" as validator>
<#-- Names stand in the order of the language; fields that a realm adds are drawn by Keycloak. -->
<#macro attributeNamed name type="text" autocomplete="">
  <#list profile.attributes as attribute>
    <#if attribute.name == name>
      <@field.input name=name label=advancedMsg(attribute.displayName!name) value=(attribute.value!"") required=attribute.required type=type autocomplete=autocomplete readonly=attribute.readOnly/>
    </#if>
  </#list>
</#macro>
<@layout.registrationLayout displayMessage=messagesPerField.exists("global") displayInfo=true; section>
  <#if section = "header">
    <#if messageHeader??>${msg(messageHeader)}<#else>${msg("registerTitle")}</#if>
  <#elseif section = "form">
    <form id="kc-register-form" class="form" action="${url.registrationAction}" method="post" novalidate>
      <@attributeNamed name="username" autocomplete="username"/>
      <@attributeNamed name="email" type="email" autocomplete="email"/>
      <#if lang == "ko">
        <div class="pair"><@attributeNamed name="lastName" autocomplete="family-name"/><@attributeNamed name="firstName" autocomplete="given-name"/></div>
      <#else>
        <div class="pair"><@attributeNamed name="firstName" autocomplete="given-name"/><@attributeNamed name="lastName" autocomplete="family-name"/></div>
      </#if>
      <#list profile.attributes as attribute>
        <#if attribute.name == "locale">
          <input type="hidden" id="locale" name="locale" value="${lang}">
        <#elseif !["username", "email", "firstName", "lastName"]?seq_contains(attribute.name)>
          <@field.group name=attribute.name label=advancedMsg(attribute.displayName!attribute.name) error=messagesPerField.get(attribute.name) required=attribute.required>
            <@userProfileCommons.inputFieldByType attribute=attribute/>
          </@field.group>
        </#if>
      </#list>
      <#if passwordRequired??>
        <@field.password name="password" required=true label=msg("password") autocomplete="new-password">
          <#if passwordPolicies.length??><p class="hint">${msg("passwordLength", passwordPolicies.length)}</p></#if>
        </@field.password>
        <@field.password name="password-confirm" required=true label=msg("passwordConfirm") autocomplete="new-password"/>
      </#if>
      <@registerCommons.termsAcceptance/>
      <@buttons.actionGroup>
        <@buttons.button label="doRegister" id="kc-register"/>
      </@buttons.actionGroup>
    </form>
    <@validator.templates/>
    <#if passwordRequired??><@validator.script field="password"/></#if>
  <#elseif section = "info">
    <p>${msg("haveAccount")} <a href="${url.loginUrl}">${msg("toSignIn")}</a></p>
  </#if>
</@layout.registrationLayout>
